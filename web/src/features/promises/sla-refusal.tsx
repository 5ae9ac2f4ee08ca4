import { refusedOf } from '../../api/api-error.js';
import { refusalText } from '../../i18n/refusal-words.js';
import { useWords } from '../../i18n/words-provider.js';
import type { Words } from '../../i18n/words.js';
import { Note } from '../../ui/note.js';

const faults = [
  'zone',
  'empty',
  'range',
  'too-many',
  'date',
  'twice',
  'calendar',
  'no-target',
  'minutes',
  'ladder',
] as const;

/** Why a calendar or a promise cannot be used, in whole words. */
export function SlaRefusal({ error }: { error: unknown }) {
  const words = useWords();
  if (!error) return null;
  return (
    <div role="alert">
      <Note tone="late">{textOf(words, error)}</Note>
    </div>
  );
}

function textOf(words: Words, error: unknown): string {
  const refused = refusedOf(error);
  const { why, name } = refused.details;
  const fault = faults.find((one) => one === why);
  if (!fault || typeof name !== 'string') return refusalText(words, refused);
  return words.t('sla.invalid', { name, why: words.t(`sla.fault.${fault}`) });
}
