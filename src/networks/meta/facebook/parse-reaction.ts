import type { InboundEvent } from '../../../domain/message/inbound-event.js';
import { id, text } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { nameOf, type Change } from './change.js';
import { personOf } from './parse-person.js';

const emojis: Readonly<Record<string, string>> = {
  like: '👍',
  love: '❤️',
  care: '🤗',
  haha: '😆',
  wow: '😮',
  sorry: '😢',
  sad: '😢',
  anger: '😡',
  angry: '😡',
};

/** A reaction, or the like of older calls, to a comment, a review or a post. */
export function eventsOfReaction(change: Change): InboundEvent[] {
  const { value, entry, does } = change;
  const by = personOf(value, entry.page);
  const on = subjectOf(change);
  // The like of the Page itself has no subject; without a person there is nothing to take back later.
  if (by === undefined || on === undefined || !['add', 'edit', 'remove'].includes(does)) {
    return [ignored(nameOf(change))];
  }
  const at = timeOf(moment(value['created_time']), entry.at);
  const emoji = does === 'remove' ? null : emojiOf(change);
  return [{ kind: 'reaction', network: 'facebook', account: entry.page, on, by, emoji, at }];
}

function subjectOf({ value }: Change): { readonly message: string } | { readonly post: string } | undefined {
  const message = id(value['comment_id']) ?? id(value['open_graph_story_id']);
  const post = id(value['post_id']);
  if (message !== undefined) return { message };
  return post === undefined ? undefined : { post };
}

function emojiOf({ value, item }: Change): string {
  const type = text(value['reaction_type'])?.toLowerCase() ?? (item === 'like' ? 'like' : '');
  return (Object.hasOwn(emojis, type) ? emojis[type] : undefined) ?? '👍';
}
