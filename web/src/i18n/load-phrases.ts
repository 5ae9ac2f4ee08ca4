import type { PhraseKey } from './phrases.js';
import { typeset } from './typeset.js';
import type { Locale } from './words.js';

export type Phrases = Readonly<Partial<Record<PhraseKey, string>>>;

/** What the first screens say. Only the reader's language is fetched. */
export async function loadPhrases(locale: Locale): Promise<Phrases> {
  if (locale === 'en') return (await import('./phrases.js')).en;
  return typesetAll((await import('./phrases-fr.js')).fr);
}

/** What the other screens say, so that the inbox does not wait for it. */
export async function loadLatePhrases(locale: Locale): Promise<Phrases> {
  if (locale === 'en') return (await import('./late-phrases.js')).lateEn;
  return typesetAll((await import('./late-phrases-fr.js')).lateFr);
}

function typesetAll(phrases: Record<string, string>): Phrases {
  return Object.fromEntries(Object.entries(phrases).map(([key, text]) => [key, typeset(text)]));
}
