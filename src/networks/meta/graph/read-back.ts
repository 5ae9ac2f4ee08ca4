import { SendFailure } from '../../kit/failure.js';
import type { OutboundMessage, Settled } from '../../kit/outbound.js';
import type { Meter } from './meter.js';

/** For clocks that differ. */
export const clockSlackMs = 2 * 60_000;
/** What was published just now may not be listed yet. */
const listedAfterMs = 20_000;

/** Not in the list: surely absent only when it had the time to get there. Throws `SendFailure` to be asked later. */
export function absentOrLater(message: OutboundMessage, gauge: Meter): Settled {
  const now = gauge.now()?.getTime();
  if (now === undefined) return { is: 'unclear' };
  const left = message.startedAt.getTime() + listedAfterMs - now;
  if (left <= 0) return { is: 'absent' };
  const detail = 'too early to know: what was just published may not be listed yet';
  throw new SendFailure({ kind: 'try-again', code: 'too-early', detail, retryAfterMs: left });
}

/** Meta trims, and gives links and names back as they were written. */
export function saysTheSame(published: string, written: string): boolean {
  return comparable(published) === comparable(written);
}

function comparable(words: string): string {
  return words.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim();
}
