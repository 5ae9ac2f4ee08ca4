import type { PhraseKey } from '../../i18n/phrases.js';
import type { Words } from '../../i18n/words.js';

const kinds: Readonly<Record<string, PhraseKey>> = {
  comment: 'kinds.comment',
  mention: 'kinds.mention',
  direct: 'kinds.direct',
  'visitor-post': 'kinds.visitor-post',
  review: 'kinds.review',
  quote: 'kinds.quote',
};

/** What a network brings, as a list: only what customers write, not the technical rest. */
export function kindWords(words: Words, receives: readonly string[]): string {
  const known = receives.flatMap((kind) => (kinds[kind] ? [words.t(kinds[kind])] : []));
  const list = words.list(known);
  return list.charAt(0).toLocaleUpperCase(words.locale) + list.slice(1);
}
