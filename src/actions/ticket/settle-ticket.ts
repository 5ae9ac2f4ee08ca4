import type { AnswerRules, RulesOf } from '../../domain/message/reply-ways.js';
import { windowClosesAt } from '../../domain/sla/reply-window.js';
import { isReplyClock } from '../../domain/sla/clock-kind.js';
import type { SlaClock } from '../../domain/sla/clock.js';
import { urgentAt } from '../../domain/sla/urgency.js';
import { causeFor, leftOfWaiting } from '../../domain/ticket/put-off.js';
import { nextState, type TicketCause } from '../../domain/ticket/settle-ticket.js';
import { canBecome } from '../../domain/ticket/ticket-state.js';
import { Refusal } from '../../domain/refusal.js';
import { countTicket, type CountedTicket } from '../../store/ticket/ticket-facts.js';
import type { Ticket, TicketChange, TicketThread } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { leftOfOffer } from '../routing/end-offer.js';
import { situationOf } from '../sla/situation-of.js';
import { turnTicketClocks } from '../sla/turn-ticket-clocks.js';

interface Settling {
  readonly cause: TicketCause;
  /** What the caller decided; the rest follows from it and from the messages. */
  readonly change?: TicketChange;
  readonly rulesOf: RulesOf;
  readonly now: Date;
  /** For the ledger of the clocks; the cause, where no more is said. */
  readonly why?: string;
  readonly actorId?: string | null;
}

/**
 * Brings a ticket, which the caller has locked, in line with its messages: counts, state, clocks, window, urgency.
 * All changes of a ticket end here.
 */
export async function settleTicket(tx: Work, ticket: Ticket, by: Settling): Promise<void> {
  const facts = await countTicket(tx.sql, tx.workspaceId, ticket.id);
  const was = by.change?.state ?? ticket.state;
  const state = nextState(was, causeFor({ ...ticket, ...by.change, state: was }, by.cause), facts);
  if (!canBecome(ticket.state, state)) throw new Refusal('ticket.transition', { from: ticket.state, to: state });
  const closed = state === 'closed';
  const situation = situationOf(ticket, facts, { state, change: by.change, now: by.now });
  const { why = by.cause, actorId = null } = by;
  const clocks = await turnTicketClocks(tx, facts, { situation, cause: why, actorId });

  const { unanswered, troubledSends, waitingSince, lastActivityAt, preview } = facts;
  const asked = !closed && unanswered > 0;
  await tx.tickets.change(ticket.id, {
    ...by.change,
    ...leftOfWaiting(state),
    ...(await leftOfOffer(tx, ticket, { state, change: by.change })),
    state,
    unanswered,
    troubledSends,
    waitingSince,
    ...toApprove(facts, closed),
    ...(await pressure(tx, { id: ticket.id, ...situation.judged, clocks }, asked ? by.rulesOf : null)),
    ...(lastActivityAt ? { lastActivityAt } : {}),
    ...(preview === null ? {} : { preview }),
  });
}

/** Nothing of a closed ticket waits for anybody. */
function toApprove({ approval, approverIds }: CountedTicket, closed: boolean): TicketChange {
  return closed ? { approval: null, approverIds: [] } : { approval, approverIds };
}

/** What presses: the nearest promise, the network's window, and the two together for the order of the queue. */
async function pressure(
  tx: Work,
  ticket: {
    readonly id: string;
    readonly priority: number;
    readonly vip: boolean;
    readonly clocks: readonly SlaClock[];
  },
  rulesOf: RulesOf | null,
): Promise<TicketChange> {
  const [clock] = ticket.clocks
    .filter(({ state, kind }) => state === 'running' && isReplyClock(kind))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const windowAt = rulesOf ? earliestWindow(await tx.tickets.threadsOf(ticket.id), rulesOf) : null;
  const dueAt = clock?.dueAt ?? null;
  return { dueAt, dueKind: clock?.kind ?? null, windowAt, urgentAt: urgentAt(dueAt, windowAt, ticket) };
}

/** When the first of the ticket's threads can no longer be answered in its own space. */
function earliestWindow(threads: readonly TicketThread[], rulesOf: RulesOf): Date | null {
  const ends = threads.flatMap((thread) => {
    const rules: AnswerRules | undefined = rulesOf(thread.network);
    const window = rules?.replies[thread.space]?.window ?? null;
    return windowClosesAt(window, thread.lastInboundAt, thread.humanAgent) ?? [];
  });
  return ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
