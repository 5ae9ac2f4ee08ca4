import type { DraftSight } from '../domain/message/draft.js';
import type { DraftView } from './draft-views.js';
import type { LiveEvent } from './live-event.js';

/** What decides who may read it. */
export function sightOf({ author, shared, shownTo }: DraftView): DraftSight {
  return { authorId: author.id, shared, shownTo };
}

/** The drafts of a page after one of them has changed, in the order in which they were begun. */
export function withDraft(drafts: readonly DraftView[], draft: DraftView): DraftView[] {
  const known = drafts.find(({ id }) => id === draft.id);
  if (known && known.version >= draft.version) return [...drafts];
  const others = withoutDraft(drafts, draft.id);
  return draft.ended === null ? [...others, draft].sort((a, b) => (a.id < b.id ? -1 : 1)) : others;
}

export function withoutDraft(drafts: readonly DraftView[], id: string): DraftView[] {
  return drafts.filter((one) => one.id !== id);
}

/** One's own drafts after an event; the same when it says nothing of them. */
export function applyToDrafts(drafts: DraftView[], event: LiveEvent, me: string): DraftView[] {
  return event.type === 'draft.changed' && event.draft.author.id === me ? withDraft(drafts, event.draft) : drafts;
}
