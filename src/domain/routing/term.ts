import { wordsOf } from '../understanding/normalise.js';

/** One word as a rule may ask for it: whole, or by its beginning (`rembours*`) or its end (`*phone`). */
export interface WordPattern {
  readonly is: 'whole' | 'begins' | 'ends';
  readonly text: string;
}
/** Words that follow each other. */
export type Term = readonly WordPattern[];

/** Longer phrases are refused, so that what is done at one word of a text has a bound. */
export const mostWords = 8;

/** A term as somebody writes it, folded like the texts it is looked for in; empty when it holds no word. */
export function termOf(text: string): Term {
  return text.split(/\s+/).flatMap((piece) => {
    const words = wordsOf(piece);
    return words.map((word, at): WordPattern => {
      if (piece.endsWith('*') && at === words.length - 1) return { is: 'begins', text: word };
      return { is: piece.startsWith('*') && at === 0 ? 'ends' : 'whole', text: word };
    });
  });
}

export function fits(pattern: WordPattern, word: string): boolean {
  switch (pattern.is) {
    case 'whole':
      return word === pattern.text;
    case 'begins':
      return word.startsWith(pattern.text);
    case 'ends':
      return word.endsWith(pattern.text);
  }
}

/** Is every text that holds `narrow` one that holds `wide`? */
export function termCovers(wide: Term, narrow: Term): boolean {
  return narrow.some((_word, from) =>
    wide.every((pattern, at) => {
      const other = narrow[from + at];
      return other !== undefined && wordCovers(pattern, other);
    }),
  );
}

function wordCovers(wide: WordPattern, narrow: WordPattern): boolean {
  return (narrow.is === 'whole' || narrow.is === wide.is) && fits(wide, narrow.text);
}
