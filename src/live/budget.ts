import type { Clock } from '../platform/clock.js';

/** So many words at once, and then so many a second: a console needs few, and a broken one must not cost the others. */
export class Budget {
  private left: number;
  private at: number;

  constructor(
    private readonly clock: Clock,
    private readonly allowed: { readonly atOnce: number; readonly perSecond: number },
  ) {
    this.left = allowed.atOnce;
    this.at = clock.now().getTime();
  }

  /** Is there one left? Then it is spent. */
  spend(): boolean {
    const now = this.clock.now().getTime();
    const { atOnce, perSecond } = this.allowed;
    this.left = Math.min(atOnce, this.left + ((now - this.at) / 1000) * perSecond);
    this.at = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
