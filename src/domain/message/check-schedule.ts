import { Refusal } from '../refusal.js';

const longestDays = 30;
const day = 86_400_000;

/**
 * When a reply is to go; null for at once. Refused when the network's window will be shut by then: better now, while
 * somebody is there, than at night. `undoSeconds` is the time to take it back in; it is dropped, not refused, when the
 * window or the promise to the customer would lapse in it.
 */
export function checkSchedule(
  asked: { readonly sendAt: Date | null; readonly undoSeconds: number },
  by: { readonly closesAt: Date | null; readonly dueAt: Date | null; readonly now: Date; readonly network: string },
): Date | null {
  const { now, closesAt, network } = by;
  if (asked.sendAt !== null && asked.sendAt > now) {
    if (asked.sendAt.getTime() - now.getTime() > longestDays * day)
      throw new Refusal('reply.too-late', { days: longestDays });
    if (closesAt && asked.sendAt >= closesAt) {
      throw new Refusal('reply.window-closed', { network, closedAt: closesAt.toISOString() });
    }
    return asked.sendAt;
  }
  if (asked.undoSeconds === 0) return null;
  const goes = new Date(now.getTime() + asked.undoSeconds * 1000);
  const lapses = (at: Date | null): boolean => at !== null && at > now && at <= goes;
  return lapses(closesAt) || lapses(by.dueAt) ? null : goes;
}
