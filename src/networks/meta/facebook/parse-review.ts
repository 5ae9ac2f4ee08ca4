import type { InboundEvent, MessageArrived } from '../../../domain/message/inbound-event.js';
import { id, number, text, type Fields } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import { nameOf, type Change } from './change.js';
import { deletedMessage, hiddenMessage } from './events.js';
import { editionOf } from './parse-content.js';
import { personOf, strangerOf } from './parse-person.js';
import { permalinkOf } from './permalink.js';

/** A recommendation of the Page, or in older calls a rating of one to five stars. */
export function eventsOfReview(change: Change): InboundEvent[] {
  const story = id(change.value['open_graph_story_id']) ?? id(change.value['post_id']);
  if (story === undefined) return [ignored(nameOf(change))];
  switch (change.does) {
    case 'add':
    case 'edit':
      return [review(change, story)];
    case 'remove':
      return [deletedMessage(change, story)];
    case 'hide':
    case 'unhide':
      return [hiddenMessage(change, story)];
    case 'other':
      return [ignored(nameOf(change))];
  }
}

/** One without words still says what it says. */
function review(change: Change, story: string): MessageArrived | InboundEvent {
  const { value, entry } = change;
  const from = personOf(value, entry.page) ?? strangerOf(story);
  if (from === 'us') return ignored(`${nameOf(change)} of our own`);
  const rating = ratingOf(value);
  const permalink = permalinkOf(story);
  return {
    kind: 'message',
    network: 'facebook',
    account: entry.page,
    id: story,
    messageKind: 'review',
    thread: { key: `${story}:${from.id}`, space: 'public' },
    from,
    text: words(value['review_text']) ?? words(value['message']) ?? '',
    attachments: [],
    sentAt: timeOf(moment(value['created_time']), entry.at),
    edition: editionOf(change),
    ...(rating === undefined ? {} : { rating }),
    ...(permalink === undefined ? {} : { permalink }),
  };
}

/** The documentation writes the type in lower case, the calls in upper case. */
function ratingOf(value: Fields): number | undefined {
  const type = text(value['recommendation_type'])?.toLowerCase();
  if (type === 'positive') return 5;
  if (type === 'negative') return 1;
  const stars = number(value['rating']);
  return stars !== undefined && stars >= 1 && stars <= 5 ? Math.round(stars) : undefined;
}
