import type { PhraseKey } from './phrases.js';
import { typeset } from './typeset.js';
import type { Locale } from './words.js';

export type Phrases = Readonly<Record<PhraseKey, string>>;

/** Only the reader's language is fetched. */
export async function loadPhrases(locale: Locale): Promise<Phrases> {
  if (locale === 'en') return (await import('./phrases.js')).en;
  const { fr } = await import('./phrases-fr.js');
  const set: Record<PhraseKey, string> = { ...fr };
  for (const [key, text] of Object.entries(fr)) Object.assign(set, { [key]: typeset(text) });
  return set;
}
