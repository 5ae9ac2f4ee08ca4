import type { Found, TermIndex } from './term-index.js';
import { termOf } from './term.js';

/**
 * What a text must hold: one of `any`, all of `all`, none of `none`, and each pair of `near` with its two terms
 * beginning at most so many words apart, in whichever order. Accents and case do not count; `*` stands for the rest of a word.
 */
export interface TextPattern {
  readonly any: readonly string[];
  readonly all: readonly string[];
  readonly none: readonly string[];
  readonly near: readonly NearPair[];
}
export interface NearPair {
  readonly first: string;
  readonly second: string;
  readonly within: number;
}

/** The same with the numbers that the terms have in an index. */
interface NumberedPattern {
  readonly any: readonly number[];
  readonly all: readonly number[];
  readonly none: readonly number[];
  readonly near: readonly { readonly first: number; readonly second: number; readonly within: number }[];
}

export function numberPattern(pattern: TextPattern, index: TermIndex): NumberedPattern {
  const number = (text: string): number => index.add(termOf(text));
  return {
    any: pattern.any.map(number),
    all: pattern.all.map(number),
    none: pattern.none.map(number),
    near: pattern.near.map(({ first, second, within }) => ({ first: number(first), second: number(second), within })),
  };
}

export function holds({ any, all, none, near }: NumberedPattern, { at }: Found): boolean {
  return (
    (any.length === 0 || any.some((term) => at.has(term))) &&
    all.every((term) => at.has(term)) &&
    !none.some((term) => at.has(term)) &&
    near.every(({ first, second, within }) => areNear(at.get(first), at.get(second), within))
  );
}

/** The words of the text that a pattern, which holds, rests on: each once, in their order. */
export function wordsBehind({ any, all, near }: NumberedPattern, found: Found, index: TermIndex): string[] {
  const terms = [...any, ...all, ...near.flatMap(({ first, second }) => [first, second])];
  const places = terms.flatMap((term) => {
    const start = found.at.get(term)?.[0];
    return start === undefined ? [] : Array.from({ length: index.lengthOf(term) }, (_, offset) => start + offset);
  });
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  return [...new Set(sorted.flatMap((place) => found.words[place] ?? []))];
}

/** Both lists grow, so one pass over them is enough. */
function areNear(first: readonly number[] = [], second: readonly number[] = [], within: number): boolean {
  let from = 0;
  return first.some((place) => {
    while (from < second.length && (second[from] ?? 0) < place - within) from += 1;
    const other = second[from] === place ? second[from + 1] : second[from];
    return other !== undefined && other <= place + within;
  });
}
