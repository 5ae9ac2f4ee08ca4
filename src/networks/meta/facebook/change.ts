import type { Fields } from '../../kit/read.js';
import type { Entry } from '../graph/entry.js';

/** One thing that happened on a Page, as the webhooks `feed`, `mention` and `ratings` tell it. */
export interface Change {
  readonly entry: Entry;
  readonly value: Fields;
  readonly item: string;
  /** As Meta wrote it. */
  readonly verb: string;
  readonly does: Deed;
}

export type Deed = 'add' | 'edit' | 'remove' | 'hide' | 'unhide' | 'other';

// Comments are "edited" and "removed", posts and reactions "edit"; the words differ by item and by year.
const deeds: Readonly<Record<string, Deed>> = {
  add: 'add',
  edit: 'edit',
  edited: 'edit',
  update: 'edit',
  remove: 'remove',
  removed: 'remove',
  delete: 'remove',
  deleted: 'remove',
  hide: 'hide',
  unhide: 'unhide',
};

/** Nobody adds a thing without saying so, but a person's words must not be lost for a missing verb. */
export function deedOf(verb: string | undefined): Deed {
  if (verb === undefined) return 'add';
  return Object.hasOwn(deeds, verb) ? (deeds[verb] ?? 'other') : 'other';
}

export function nameOf({ item, verb }: Pick<Change, 'item' | 'verb'>): string {
  return `feed ${item} ${verb}`;
}
