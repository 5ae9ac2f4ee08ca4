import type { BulkPreview } from '../../../../../src/contract/index.js';
import type { Words } from '../../../i18n/words.js';

/** How many tickets are left as they are, and why. */
export function skippedText(words: Words, skipped: BulkPreview['skipped']): string {
  const count = skipped.reduce((sum, one) => sum + one.count, 0);
  const reasons = skipped.map((one) => words.t(`skip.${one.because}`, { count: one.count }));
  return words.t('bulk.skipped', { count, reasons: words.list(reasons) });
}
