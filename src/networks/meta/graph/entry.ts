import type { Ignored } from '../../../domain/message/inbound-event.js';

/** The part of a webhook call that is about one Page. */
export interface Entry {
  readonly page: string;
  /** When Meta sent it. */
  readonly at: Date | undefined;
  /** Whose private messages these are. */
  readonly network?: 'messenger' | 'instagram';
  /** Its place in the call: two edits of one second are told apart by it. */
  readonly place: number;
}

const longest = 60;

export function ignored(what: string): Ignored {
  return { kind: 'ignored', what: what.toWellFormed().replaceAll('\0', '').slice(0, longest) };
}

/** Without any time at all, a thing is old rather than new. */
export function timeOf(...candidates: readonly (Date | undefined)[]): Date {
  return candidates.find((candidate) => candidate !== undefined) ?? new Date(0);
}
