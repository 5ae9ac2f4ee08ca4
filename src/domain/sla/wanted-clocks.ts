import type { WaitedFor } from '../ticket/put-off.js';
import type { TicketFacts } from '../ticket/settle-ticket.js';
import { ours, type Outcome, type TicketState } from '../ticket/ticket-state.js';
import { approvalGoesOn, endOfApproval, wantedApproval } from './approval-clock.js';
import type { SlaClock } from './clock.js';
import { isReplyClock } from './clock-kind.js';
import type { ClockEnd, Situation, WantedClock } from './situation.js';

/** Somebody who puts a ticket off still holds it. */
const held: readonly TicketState[] = [...ours, 'snoozed'];
const solved: readonly Outcome[] = ['resolved', 'community_answered', 'moved_to_private'];

/** The clocks that must run (rules 1.3 to 1.8); starts are the network's times. */
export function wantedClocks(now: Situation): WantedClock[] {
  if (now.state === 'closed') return [];
  return [reply(now), resolution(now), hands(now), wantedApproval(now.facts)].flatMap((wanted) => wanted ?? []);
}

function reply({ facts }: Situation): WantedClock | null {
  if (!facts.waitingSince) return null;
  const kind = facts.firstAnswerAt ? 'next_reply' : 'first_reply';
  return { kind, lane: null, startedAt: facts.waitingSince, pausedFor: null };
}

function resolution({ facts, state, waitingFor }: Situation): WantedClock | null {
  if (!facts.firstMessageAt) return null;
  const pausedFor = state === 'waiting_customer' ? 'customer' : waitsOutside(state, waitingFor) ? 'third_party' : null;
  return { kind: 'resolution', lane: null, startedAt: facts.firstMessageAt, pausedFor };
}

/** To wait for a colleague or an expert is our own time. */
function waitsOutside(state: TicketState, waitingFor: WaitedFor | null): boolean {
  return state === 'waiting_internal' && waitingFor === 'third_party';
}

function hands({ facts, state, ownerId, judged, now }: Situation): WantedClock | null {
  if (ownerId !== null && held.includes(state)) {
    return { kind: 'ownership', lane: judged.lane, startedAt: now, pausedFor: null };
  }
  if (ownerId !== null || !ours.includes(state)) return null;
  const startedAt = state === 'new' ? (facts.firstMessageAt ?? now) : now;
  return { kind: 'assignment', lane: null, startedAt, pausedFor: null };
}

/** Does this clock go on as the one that is wanted? Bursts restart nothing; an older message that arrives late does. */
export function goesOn(clock: SlaClock, wanted: WantedClock | undefined, { facts, changesTeam }: Situation): boolean {
  if (!wanted || clock.lane !== wanted.lane) return false;
  if (clock.kind === 'approval') return approvalGoesOn(clock, wanted);
  if (clock.kind === 'ownership') return !changesTeam;
  if (clock.kind === 'assignment') return true;
  const answered = isReplyClock(clock.kind) && answeredSince(clock, facts);
  return !answered && clock.startedAt <= wanted.startedAt;
}

/** How and when a clock ends that does not go on. */
export function endOf(clock: SlaClock, now: Situation): ClockEnd {
  if (isReplyClock(clock.kind)) return endOfReply(clock, now);
  if (clock.kind === 'approval') return endOfApproval(clock, now);
  if (now.state === 'closed') return { as: isSolved(now) ? 'met' : 'cancelled', at: now.now };
  switch (clock.kind) {
    case 'assignment':
      return { as: now.ownerId === null ? 'cancelled' : 'met', at: now.now };
    case 'ownership':
      return endOfHolding(clock, now);
    default:
      return { as: 'cancelled', at: now.now };
  }
}

/** The community may answer in our place, where somebody says so by closing it like that. */
function endOfReply(clock: SlaClock, { facts, state, outcome, now }: Situation): ClockEnd {
  if (facts.lastAnswerAt && answeredSince(clock, facts)) return { as: 'met', at: facts.lastAnswerAt };
  return { as: state === 'closed' && outcome === 'community_answered' ? 'met' : 'cancelled', at: now };
}

/** A lane has done its part when it has answered or passed the ticket on; not when it has let it fall. */
function endOfHolding(clock: SlaClock, { facts, state, judged, changesTeam, now }: Situation): ClockEnd {
  const { lastAnswerAt } = facts;
  const answered = lastAnswerAt !== null && lastAnswerAt > clock.startedAt && lastAnswerAt < now;
  const fallen = clock.lane === judged.lane && !changesTeam && held.includes(state);
  return { as: fallen ? 'cancelled' : 'met', at: answered ? lastAnswerAt : now };
}

function isSolved({ outcome }: Situation): boolean {
  return outcome !== null && solved.includes(outcome);
}

/** Only an answer that came after the clock's start, and after which the oldest open question is a newer one. */
function answeredSince(clock: SlaClock, facts: TicketFacts): boolean {
  if (!facts.lastAnswerAt || facts.lastAnswerAt < clock.startedAt) return false;
  return !facts.waitingSince || facts.waitingSince > clock.startedAt;
}
