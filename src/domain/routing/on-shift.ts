import { nextOpening } from '../sla/business-time.js';
import type { Calendar } from '../sla/calendar.js';

export interface Hours {
  readonly shiftId: string | null;
  /** When they are to be called for what cannot wait. */
  readonly onCallId: string | null;
}

/**
 * Do somebody's hours say that they work now? Who has none, or hours that are no longer kept, always does; but not who has
 * none and is only ever on call.
 */
export function isOnShift(calendars: readonly Calendar[], { shiftId, onCallId }: Hours, now: Date): boolean {
  if (shiftId === null) return onCallId === null;
  const hours = calendars.find(({ id }) => id === shiftId);
  return hours === undefined || isOpen(hours, now);
}

export function isOnCall(calendars: readonly Calendar[], { onCallId }: Hours, now: Date): boolean {
  const hours = calendars.find(({ id }) => id !== null && id === onCallId);
  return hours !== undefined && isOpen(hours, now);
}

function isOpen(hours: Calendar, now: Date): boolean {
  return nextOpening(hours, now)?.getTime() === now.getTime();
}
