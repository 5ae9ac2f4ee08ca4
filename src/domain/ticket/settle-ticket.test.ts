import { nextState, type TicketCause, type TicketFacts } from './settle-ticket.js';
import type { TicketState } from './ticket-state.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 10, minute));
const quiet: TicketFacts = {
  unanswered: 0,
  waitingSince: null,
  firstAnswerAt: null,
  lastAnswerAt: null,
  firstMessageAt: null,
  approvalSince: null,
  approvalHeldSince: null,
  approvalDecidedAt: null,
};
const asked = (minute: number): TicketFacts => ({ ...quiet, unanswered: 1, waitingSince: at(minute) });
const answered = (minute: number): TicketFacts => ({ ...quiet, firstAnswerAt: at(minute), lastAnswerAt: at(minute) });

describe('nextState', () => {
  it.each<[TicketState, TicketCause, TicketFacts, TicketState]>([
    ['new', 'customer-wrote', asked(0), 'new'],
    ['waiting_customer', 'customer-wrote', asked(0), 'open'],
    ['snoozed', 'customer-wrote', asked(0), 'open'],
    ['waiting_customer', 'customer-wrote', quiet, 'waiting_customer'],
    ['closed', 'customer-wrote', asked(0), 'closed'],
    ['new', 'answered', answered(1), 'waiting_customer'],
    ['open', 'answered', answered(1), 'waiting_customer'],
    ['open', 'answered', asked(2), 'open'],
    ['closed', 'answered', answered(1), 'closed'],
    ['waiting_customer', 'send-failed', asked(0), 'open'],
    ['waiting_internal', 'send-failed', asked(0), 'waiting_internal'],
    ['open', 'other', quiet, 'open'],
  ])('%s, when %s, becomes what the messages say', (state, cause, facts, next) => {
    expect(nextState(state, cause, facts)).toBe(next);
  });
});
