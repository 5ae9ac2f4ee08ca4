import { fits, type Term } from './term.js';

/** Where each term that was found begins, by the term's number; and what the search cost. */
export interface Found {
  readonly words: readonly string[];
  readonly at: ReadonlyMap<number, readonly number[]>;
  /** Characters looked at: a figure that a test can hold to its bound, where time would say nothing. */
  readonly steps: number;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly terms: number[];
}

/**
 * All terms of all rules, looked for at once: each word of a text is looked up whole, walked from its beginning and from its
 * end, whatever the number of terms. What one word of the text can cost is bounded by the terms, so a text costs
 * in proportion to its length; nothing is ever tried twice.
 */
export class TermIndex {
  private readonly terms: Term[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly whole = new Map<string, number[]>();
  private readonly beginnings: Node = node();
  private readonly ends: Node = node();

  /** The number of the term, by which `find` tells where it is. */
  add(term: Term): number {
    const key = term.map(({ is, text }) => `${is}:${text}`).join(' ');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.terms.push(term) - 1;
    this.numbers.set(key, number);
    this.anchor(number, term);
    return number;
  }

  /** Every term is waited for at its first word. */
  private anchor(number: number, [first]: Term): void {
    if (first === undefined) return;
    if (first.is === 'whole') {
      const same = this.whole.get(first.text) ?? [];
      same.push(number);
      this.whole.set(first.text, same);
      return;
    }
    let at = first.is === 'begins' ? this.beginnings : this.ends;
    const letters = first.is === 'begins' ? [...first.text] : [...first.text].reverse();
    for (const letter of letters) {
      const next = at.next.get(letter) ?? node();
      at.next.set(letter, next);
      at = next;
    }
    at.terms.push(number);
  }

  find(words: readonly string[]): Found {
    const at = new Map<number, number[]>();
    let steps = 0;
    for (const [position, word] of words.entries()) {
      const waiting = [...(this.whole.get(word) ?? [])];
      const letters = [...word];
      steps += word.length + walk(this.beginnings, letters, waiting) + walk(this.ends, letters.reverse(), waiting);
      for (const number of waiting) {
        const term = this.terms[number] ?? [];
        steps += costOf(term);
        if (!follows(term, words, position)) continue;
        const places = at.get(number);
        if (places) places.push(position);
        else at.set(number, [position]);
      }
    }
    return { words, at, steps };
  }

  /** How many words the term has. */
  lengthOf(number: number): number {
    return this.terms[number]?.length ?? 0;
  }
}

function node(): Node {
  return { next: new Map(), terms: [] };
}

/** Gathers the terms on the way, and answers how far it went. */
function walk(from: Node, letters: readonly string[], into: number[]): number {
  let at = from;
  let steps = 0;
  for (const letter of letters) {
    const next = at.next.get(letter);
    if (!next) break;
    at = next;
    steps += 1;
    into.push(...at.terms);
  }
  return steps;
}

function follows(term: Term, words: readonly string[], position: number): boolean {
  return term.every((pattern, offset) => {
    const word = words[position + offset];
    return word !== undefined && fits(pattern, word);
  });
}

function costOf(term: Term): number {
  return term.reduce((sum, { text }) => sum + text.length, 0);
}
