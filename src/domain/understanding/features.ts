import { foldText } from './fold-text.js';

/** How many places the pieces of texts are spread over: a power of two. */
export const places = 1 << 17;
const shortest = 2;
const longest = 5;
/** A text beyond this says nothing more about what it is about, and must not cost more. */
const mostWords = 400;

/** Where the pieces of a text are, and how much each weighs. */
export interface Vector {
  readonly at: Int32Array;
  readonly weight: Float32Array;
}

/** How often each piece of a text stands in it: words and pairs of words, and their pieces of two to five letters. */
export interface Pieces {
  readonly words: ReadonlyMap<number, number>;
  readonly letters: ReadonlyMap<number, number>;
}

const start = 0x811c9dc5;
const prime = 0x01000193;

function placeOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x5bd1e995);
  return (mixed ^ (mixed >>> 13)) & (places - 1);
}

function hashed(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}

const ofWord = hashed('w', start);
const ofPair = hashed('p', start);
const ofLetters = hashed('c', start);

export function piecesOf(text: string): Pieces {
  return piecesOfWords(foldText(text).slice(0, mostWords));
}

export function piecesOfWords(all: readonly string[]): Pieces {
  const words = new Map<number, number>();
  const letters = new Map<number, number>();
  let before = 0;
  for (const [at, word] of all.entries()) {
    count(words, placeOf(hashed(word, ofWord)));
    if (at > 0) count(words, placeOf(hashed(` ${word}`, before)));
    before = hashed(word, ofPair);
    countLetters(letters, ` ${word} `);
  }
  return { words, letters };
}

/** Each beginning goes on from the one before it, so that all lengths cost one pass. */
function countLetters(letters: Map<number, number>, word: string): void {
  for (let from = 0; from + shortest <= word.length; from += 1) {
    const end = Math.min(word.length, from + longest);
    let hash = ofLetters;
    for (let at = from; at < end; at += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(at), prime);
      if (at - from + 1 >= shortest) count(letters, placeOf(hash));
    }
  }
}

function count(counts: Map<number, number>, place: number): void {
  counts.set(place, (counts.get(place) ?? 0) + 1);
}

/** What is rare says more: one weight for each place. Places that were never seen weigh nothing. */
export function raritiesOf(texts: readonly Pieces[]): Float32Array {
  const seen = new Float32Array(places);
  for (const { words, letters } of texts) {
    for (const place of words.keys()) seen[place] = (seen[place] ?? 0) + 1;
    for (const place of letters.keys()) seen[place] = (seen[place] ?? 0) + 1;
  }
  return seen.map((times) => (times === 0 ? 0 : 1 + Math.log((1 + texts.length) / (1 + times))));
}

/** Words and letters count for the same, whatever the length of the text. */
export function vectorOf({ words, letters }: Pieces, rarities: Float32Array): Vector {
  const at = new Int32Array(words.size + letters.size);
  const weight = new Float32Array(at.length);
  const middle = fill({ at, weight }, { from: 0, counts: words, rarities });
  const end = fill({ at, weight }, { from: middle, counts: letters, rarities });
  return { at: at.subarray(0, end), weight: weight.subarray(0, end) };
}

interface Filling {
  readonly from: number;
  readonly counts: ReadonlyMap<number, number>;
  readonly rarities: Float32Array;
}

function fill({ at, weight }: Vector, { from, counts, rarities }: Filling): number {
  let [end, squares] = [from, 0];
  for (const [place, times] of counts) {
    const rarity = rarities[place] ?? 0;
    if (rarity === 0) continue;
    const value = (1 + Math.log(times)) * rarity;
    at[end] = place;
    weight[end] = value;
    squares += value * value;
    end += 1;
  }
  const share = squares === 0 ? 0 : Math.SQRT1_2 / Math.sqrt(squares);
  for (let one = from; one < end; one += 1) weight[one] = (weight[one] ?? 0) * share;
  return end;
}
