import { wordsOf } from './normalise.js';

const french = new Set(
  'je tu il elle nous vous ils le la les un une des du de et est pas ne que qui pour dans sur avec mon ma mes votre vos ce cette ca chez depuis bonjour merci plus toujours rien suis ai avez sont on au aux y en bonsoir svp quand comment'.split(
    ' ',
  ),
);
const english = new Set(
  'i you he she we they the a an of and is not no that which for in on with my your this it since hello hi thanks please more still nothing am have has are at to was when how why can do does any'.split(
    ' ',
  ),
);

/** The language by its commonest words: `fr`, `en`, or null when the text says neither. */
export function languageOf(text: string): 'fr' | 'en' | null {
  const words = wordsOf(text);
  const count = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length;
  const [fr, en] = [count(french), count(english)];
  const accents = (text.match(/[éèêàçùœîô]/giu) ?? []).length;
  if (fr + accents === en) return null;
  return fr + accents > en ? 'fr' : 'en';
}
