import { may, type Actor, type TicketScope } from '../team/policy.js';

export const draftModes = ['public', 'private', 'note'] as const;
export type DraftMode = (typeof draftModes)[number];

/** How a draft ended: it went out, or its writer did away with it. */
export type DraftEnd = 'sent' | 'erased';

/** The part of a draft that decides who may read it. */
export interface DraftSight {
  readonly authorId: string;
  /** Whoever sees the ticket may read it. */
  readonly shared: boolean;
  /** Whoever took the pen over from its writer may, too. */
  readonly shownTo: readonly string[];
}

/** A draft is its writer's alone until it is shared, or until somebody has taken over from them. */
export function seesDraft(actor: Actor, draft: DraftSight, ticket: TicketScope | null): boolean {
  if (draft.authorId === actor.id) return true;
  const opened = draft.shared || draft.shownTo.includes(actor.id);
  return opened && ticket !== null && may(actor, 'draft.see', ticket).ok;
}

/** What is written, as far as it can be lost. */
export interface Written {
  readonly text: string;
  readonly line: string | null;
  readonly fileIds: readonly string[];
}

export function isEmpty({ text, line, fileIds }: Written): boolean {
  return text.trim() === '' && (line ?? '').trim() === '' && fileIds.length === 0;
}

export const mostRevisions = 20;
const apartMs = 60_000;
/** Taking a word back is writing; taking away more than this is something one may want to undo. */
const muchLost = 40;

/** Is what stood there worth keeping, now that it is replaced? Once a minute, and whenever much of it goes. */
export function keepsRevision(
  was: Pick<Written, 'text'>,
  next: Pick<Written, 'text'>,
  by: { readonly lastKeptAt: Date | null; readonly now: Date },
): boolean {
  if (was.text.trim() === '') return false;
  if (was.text.length - keptLength(was.text, next.text) > muchLost) return true;
  return by.lastKeptAt === null || by.now.getTime() - by.lastKeptAt.getTime() >= apartMs;
}

/** How much of the old text is still there, at its beginning and at its end. */
function keptLength(was: string, next: string): number {
  const most = Math.min(was.length, next.length);
  let front = 0;
  while (front < most && was[front] === next[front]) front += 1;
  let back = 0;
  while (back < most - front && was[was.length - 1 - back] === next[next.length - 1 - back]) back += 1;
  return front + back;
}
