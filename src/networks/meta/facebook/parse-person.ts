import type { Author } from '../../../domain/message/inbound-event.js';
import { fields, id, link, type Fields } from '../../kit/read.js';
import { words } from '../graph/words.js';

/** Who did it: `from` today, `sender_…` in older calls and in ratings, `reviewer_…` of a review. */
export function personOf(value: Fields, page: string): 'us' | Author | undefined {
  const from = fields(value['from']);
  const personId = id(from['id']) ?? id(value['from']) ?? id(value['sender_id']) ?? id(value['reviewer_id']);
  if (personId === undefined) return undefined;
  if (personId === page) return 'us';
  const name = words(from['name']) ?? words(value['sender_name']) ?? words(value['reviewer_name']);
  const avatarUrl = link(fields(fields(fields(from['picture'])['data']))['url']);
  return { id: personId, name: name ?? '', ...(avatarUrl === undefined ? {} : { avatarUrl }) };
}

/** Meta hides who it was: without the right to know, or by that person's wish. Each such thing is a person of its own. */
export function strangerOf(thingId: string): Author {
  return { id: `anonymous:${thingId}`, name: 'Facebook user' };
}
