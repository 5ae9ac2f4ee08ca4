import type { Candidate, TicketToGive } from '../../domain/routing/choose-agent.js';
import { slotsOf } from '../../domain/routing/choose-agent.js';
import { isOnCall, isOnShift } from '../../domain/routing/on-shift.js';
import { wideningAt } from '../../domain/routing/widening.js';
import { standInFor, type Away } from '../../domain/team/absence.js';
import { ours } from '../../domain/ticket/ticket-state.js';
import type { Unowned } from '../../store/routing/assignment.store.js';
import type { Work } from '../../store/work.js';

/** Who might be given work at this instant: everybody, or the one who is named. Their rows are held. */
export async function candidatesNow(tx: Work, now: Date, agentId: string | null = null): Promise<Candidate[]> {
  const workers = await tx.assignments.candidates(agentId);
  const hasHours = workers.some(({ shiftId, onCallId }) => (shiftId ?? onCallId) !== null);
  const calendars = hasHours ? (await tx.books.current()).calendars : [];
  return workers.map(({ shiftId, onCallId, ...worker }) => {
    const hours = { shiftId, onCallId };
    return { ...worker, onShift: isOnShift(calendars, hours, now), onCall: isOnCall(calendars, hours, now) };
  });
}

/** What a ticket asks for by now. */
export function wantedNow(
  unowned: Unowned,
  { now, away }: { readonly now: Date; readonly away: readonly Away[] },
): TicketToGive {
  const { space, priority, state, waitsFrom, waitsUntil, lastOwnerId: known } = unowned;
  const lastOwnerId = known && standInFor(away, known);
  return {
    ...unowned,
    lastOwnerId,
    lastOwnerStandsIn: lastOwnerId !== known,
    widening: wideningAt({ from: waitsFrom, until: waitsUntil }, now),
    urgent: priority === 1,
    slots: slotsOf({ space, priority, ours: ours.includes(state) }),
  };
}
