import type { InboundEvent } from '../../../domain/message/inbound-event.js';
import { record, text, type Fields } from '../../kit/read.js';
import { ignored, type Entry } from '../graph/entry.js';
import { deedOf, type Change } from './change.js';
import { eventsOfComment } from './parse-comment.js';
import { eventsOfMention } from './parse-mention.js';
import { eventsOfPost, postItems } from './parse-post.js';
import { eventsOfReaction } from './parse-reaction.js';
import { eventsOfReview } from './parse-review.js';

type Reader = (change: Change) => InboundEvent[];

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['comment', eventsOfComment],
  ['reaction', eventsOfReaction],
  ['like', eventsOfReaction],
  ['rating', eventsOfReview],
  ['review', eventsOfReview],
  ...postItems.map((item): [string, Reader] => [item, eventsOfPost]),
]);

/** A webhook field of a Page that is not about messages, with its value. */
export function eventsOfChange(field: string, given: unknown, entry: Entry): InboundEvent[] {
  const value = record(given);
  if (value === undefined) return [ignored(`${field} without a value`)];
  const change = changeOf(value, entry);
  if (field === 'mention') return eventsOfMention(change);
  if (field !== 'feed' && field !== 'ratings') return [ignored(`field ${field}`)];
  return readers.get(change.item)?.(change) ?? [ignored(`${field} ${change.item} ${change.verb}`)];
}

function changeOf(value: Fields, entry: Entry): Change {
  const verb = text(value['verb'])?.toLowerCase();
  const item = text(value['item'])?.toLowerCase() ?? itemOf(value);
  return { entry, value, item, verb: verb ?? 'without a verb', does: deedOf(verb) };
}

/** What a thing without a name is, by what it has. */
function itemOf(value: Fields): string {
  if (text(value['reaction_type']) !== undefined) return 'reaction';
  if (value['comment_id'] !== undefined && value['comment_id'] !== null) return 'comment';
  if (value['reviewer_id'] !== undefined || value['review_text'] !== undefined) return 'rating';
  return value['message'] === undefined ? 'nameless' : 'post';
}
