import { fits, termOf } from '../routing/term.js';
import { wordsOf } from '../understanding/normalise.js';

/** Something that must not be said yet, and why. Of one topic, or of all when it names none. */
export interface Embargo {
  readonly id: string;
  readonly topic: string | null;
  /** One word or several that follow each other; `5G*` for all that begin so. */
  readonly word: string;
  readonly reason: string;
}

/** Those that count for a topic. */
export function embargoesFor<E extends Pick<Embargo, 'topic'>>(all: readonly E[], topic: string | null): E[] {
  return all.filter((one) => one.topic === null || one.topic === topic);
}

/** The first that a text breaks; accents, case and signs make no difference. */
export function findEmbargo(text: string, embargoes: readonly Embargo[]): Embargo | null {
  const words = wordsOf(text);
  return embargoes.find(({ word }) => says(words, word)) ?? null;
}

function says(words: readonly string[], asked: string): boolean {
  const term = termOf(asked);
  if (term.length === 0) return false;
  return words.some((_word, from) =>
    term.every((pattern, at) => {
      const word = words[from + at];
      return word !== undefined && fits(pattern, word);
    }),
  );
}
