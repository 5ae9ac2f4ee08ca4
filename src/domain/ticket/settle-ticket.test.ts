import { clockChanges, nextState, type TicketCause, type TicketFacts } from './settle-ticket.js';
import type { TicketState } from './ticket-state.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 10, minute));
const quiet: TicketFacts = { unanswered: 0, waitingSince: null, firstAnswerAt: null, lastAnswerAt: null };
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

describe('clockChanges', () => {
  const ticket = { closed: false, priority: 3, now: at(30) };

  it('promises a first reply from the customer’s first message, an hour for the usual priority', () => {
    expect(clockChanges([], asked(0), ticket)).toEqual([
      { do: 'start', kind: 'first_reply', startedAt: at(0), dueAt: at(60) },
    ]);
  });

  it('leaves a running clock alone when the customer writes again', () => {
    const running = [{ id: 'a', kind: 'first_reply', startedAt: at(0) }] as const;
    expect(clockChanges(running, { ...asked(0), unanswered: 5 }, ticket)).toEqual([]);
  });

  it('stops at the instant at which the network took the answer, whenever it is told', () => {
    const running = [{ id: 'a', kind: 'first_reply', startedAt: at(0) }] as const;
    expect(clockChanges(running, answered(12), ticket)).toEqual([
      { do: 'stop', clock: running[0], as: 'met', at: at(12) },
    ]);
  });

  it('promises a next reply from the oldest message since the answer', () => {
    const facts = { ...answered(5), unanswered: 2, waitingSince: at(9) };
    expect(clockChanges([], facts, ticket)).toEqual([
      { do: 'start', kind: 'next_reply', startedAt: at(9), dueAt: at(69) },
    ]);
  });

  it('cancels when the ticket is closed, and when what was asked is taken back', () => {
    const running = [{ id: 'a', kind: 'first_reply', startedAt: at(0) }] as const;
    const cancelled = [{ do: 'stop', clock: running[0], as: 'cancelled', at: at(30) }];
    expect(clockChanges(running, asked(0), { ...ticket, closed: true })).toEqual(cancelled);
    expect(clockChanges(running, quiet, ticket)).toEqual(cancelled);
  });

  it('starts anew, and earlier, when an older message arrives late', () => {
    const running = [{ id: 'a', kind: 'first_reply', startedAt: at(10) }] as const;
    const changes = clockChanges(running, asked(4), ticket);
    expect(changes).toEqual([
      { do: 'stop', clock: running[0], as: 'cancelled', at: at(30) },
      { do: 'start', kind: 'first_reply', startedAt: at(4), dueAt: at(64) },
    ]);
  });
});
