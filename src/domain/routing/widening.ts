/** How far a ticket that nobody has yet is from being given to whom it was meant for (rules 2.5). */
export type Widening = 'as-asked' | 'any-level' | 'neighbours' | 'tray';

/**
 * By the share of its time to be assigned that has passed: at half of it the level of a skill no longer counts, at three
 * quarters the neighbouring team may help, at the end it lies in the leads' tray. It may still be given to somebody then,
 * or a queue that grew overnight would stay where it is. Without a promise it is never widened.
 */
export function wideningAt(time: { readonly from: Date; readonly until: Date | null }, now: Date): Widening {
  if (time.until === null || time.until <= time.from) return 'as-asked';
  const share = (now.getTime() - time.from.getTime()) / (time.until.getTime() - time.from.getTime());
  if (share >= 1) return 'tray';
  if (share >= 0.75) return 'neighbours';
  return share >= 0.5 ? 'any-level' : 'as-asked';
}
