import { piecesOfWords, vectorOf } from './features.js';
import { foldText } from './fold-text.js';
import { speaksFor, type Head } from './head.js';
import type { Model } from './model.js';
import { wordsOf } from './normalise.js';

const most = 5;
/** What says less than this part of the strongest word is noise. */
const share = 0.25;

/** The words of a text that spoke for a label, strongest first; as they are written, without accents. */
export function weighedWords(text: string, label: string, by: { model: Model; head: Head }): string[] {
  const scored = [...new Set(wordsOf(text))]
    .map((word) => ({ word, says: wordSpeaks(word, label, by) }))
    .sort((a, b) => b.says - a.says);
  const strongest = scored[0]?.says ?? 0;
  return scored
    .filter(({ says }) => says > 0 && says >= strongest * share)
    .slice(0, most)
    .map(({ word }) => word);
}

function wordSpeaks(word: string, label: string, { model, head }: { model: Model; head: Head }): number {
  return speaksFor(head, label, vectorOf(piecesOfWords(foldText(word)), model.rarities));
}
