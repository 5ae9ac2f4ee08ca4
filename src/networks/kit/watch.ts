import { list, number, text } from './read.js';

/** Something that was read, as far as it must be known to notice that it has changed or gone. */
export interface Sight {
  readonly subject: string;
  /** Milliseconds, the network's clock; 0 when it does not say. */
  readonly at: number;
  /** Another one whenever it says something else. */
  readonly print: string;
  /** What hangs under it and has no life of its own: the replies of a thread, the answer to a review. */
  readonly parts: readonly string[];
}

/** Looked at again for a while, because nobody tells of its edits and of its end. */
export interface Watched extends Sight {
  readonly missed: number;
}

/** Lists miss things for a moment; what is missed this often is gone. */
const missesUntilGone = 2;

export interface Looked<Seen extends Sight> {
  readonly changed: readonly Seen[];
  readonly gone: readonly string[];
  readonly watched: readonly Watched[];
}

/** Compares what was looked for with what was found. Whoever was looked at goes to the end of the line. */
export function compare<Seen extends Sight>(
  turn: readonly Watched[],
  found: readonly Seen[],
  isPast: (one: Sight) => boolean,
): Looked<Seen> {
  const bySubject = new Map(found.map((seen) => [seen.subject, seen]));
  const changed: Seen[] = [];
  const gone: string[] = [];
  const watched: Watched[] = [];
  for (const one of turn) {
    const seen = bySubject.get(one.subject);
    if (seen === undefined && one.missed + 1 >= missesUntilGone) gone.push(one.subject, ...one.parts);
    if (seen === undefined && one.missed + 1 < missesUntilGone) watched.push({ ...one, missed: one.missed + 1 });
    if (seen === undefined) continue;
    if (seen.print !== one.print) changed.push(seen);
    gone.push(...one.parts.filter((part) => !seen.parts.includes(part)));
    if (!isPast(seen)) watched.push(watch(seen));
  }
  return { changed, gone, watched };
}

/** New ones go first: what is regretted is mostly regretted soon. */
export function watchAlso(watched: readonly Watched[], seen: readonly Sight[], most: number): Watched[] {
  const fresh = new Map(seen.map((one) => [one.subject, watch(one)]));
  return [...fresh.values(), ...watched.filter(({ subject }) => !fresh.has(subject))].slice(0, most);
}

/** Parts that stood under something before, and do not any more. */
export function lostParts(watched: readonly Watched[], seen: readonly Sight[]): string[] {
  return seen.flatMap((one) => {
    const before = watched.find(({ subject }) => subject === one.subject);
    return before?.parts.filter((part) => !one.parts.includes(part)) ?? [];
  });
}

export function packWatched(watched: readonly Watched[]): unknown {
  return watched.map(({ subject, at, print, parts, missed }) => [subject, at, print, parts, missed]);
}

export function readWatched(value: unknown): Watched[] {
  return list(value).flatMap((one) => {
    const [subject, at, print, parts, missed] = list(one);
    const name = text(subject);
    if (name === undefined) return [];
    const known = list(parts).flatMap((part) => text(part) ?? []);
    return [
      { subject: name, at: number(at) ?? 0, print: text(print) ?? '', parts: known, missed: number(missed) ?? 0 },
    ];
  });
}

function watch({ subject, at, print, parts }: Sight): Watched {
  return { subject, at, print, parts, missed: 0 };
}
