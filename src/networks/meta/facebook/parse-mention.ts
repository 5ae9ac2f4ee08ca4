import type { Author, InboundEvent, MessageArrived } from '../../../domain/message/inbound-event.js';
import { id, link } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import type { Change } from './change.js';
import { deletedMessage } from './events.js';
import { contentOf, editionOf } from './parse-content.js';
import { personOf, strangerOf } from './parse-person.js';
import { permalinkOf } from './permalink.js';

/** Somebody named the Page in a post or a comment elsewhere. Mostly without an author, sometimes without words. */
export function eventsOfMention(change: Change): InboundEvent[] {
  const messageId = id(change.value['comment_id']) ?? id(change.value['post_id']);
  const name = `mention ${change.item} ${change.verb}`;
  if (messageId === undefined) return [ignored(name)];
  if (change.does === 'remove') return [deletedMessage(change, messageId)];
  const from = personOf(change.value, change.entry.page) ?? strangerOf(messageId);
  const isSaid = change.does === 'add' || change.does === 'edit';
  return [from !== 'us' && isSaid ? mention(change, messageId, from) : ignored(name)];
}

function mention(change: Change, messageId: string, from: Author): MessageArrived {
  const { value, entry } = change;
  const content = contentOf(change);
  const permalink = link(value['permalink_url']) ?? permalinkOf(messageId);
  const postId = id(value['post_id']);
  const isPost = postId === messageId;
  return {
    kind: 'message',
    network: 'facebook',
    account: entry.page,
    id: messageId,
    messageKind: 'mention',
    thread: {
      key: `${postId ?? messageId}:${from.id}`,
      space: 'public',
      ...(postId === undefined ? {} : { post: { id: postId, ...(isPost ? { by: from } : {}) } }),
    },
    from,
    text: content.text,
    attachments: content.attachments,
    sentAt: timeOf(moment(value['created_time']), entry.at),
    edition: editionOf(change),
    ...(permalink === undefined ? {} : { permalink }),
  };
}
