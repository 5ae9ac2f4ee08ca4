import { nextOpening } from '../sla/business-time.js';
import type { Calendar } from '../sla/calendar.js';

/** Do somebody's hours say that they work now? Who has none, or hours that are no longer kept, always does. */
export function isOnShift(calendars: readonly Calendar[], shiftId: string | null, now: Date): boolean {
  const hours = calendars.find(({ id }) => id !== null && id === shiftId);
  return hours === undefined || nextOpening(hours, now)?.getTime() === now.getTime();
}
