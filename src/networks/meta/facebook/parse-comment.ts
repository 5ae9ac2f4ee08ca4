import type { InboundEvent, MessageArrived, PostRef, ThreadRef } from '../../../domain/message/inbound-event.js';
import { fields, id, link } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import { nameOf, type Change } from './change.js';
import { deletedMessage, hiddenMessage } from './events.js';
import { contentOf, editionOf } from './parse-content.js';
import { personOf, strangerOf } from './parse-person.js';
import { permalinkOf } from './permalink.js';

/** A comment under a post, an answer to one, or a comment on a review. */
export function eventsOfComment(change: Change): InboundEvent[] {
  const commentId = id(change.value['comment_id']);
  if (commentId === undefined) return [ignored(nameOf(change))];
  switch (change.does) {
    case 'add':
    case 'edit':
      return [arrived(change, commentId)];
    case 'remove':
      return [deletedMessage(change, commentId)];
    case 'hide':
    case 'unhide':
      return [hiddenMessage(change, commentId)];
    case 'other':
      return [ignored(nameOf(change))];
  }
}

function arrived(change: Change, commentId: string): MessageArrived {
  const { value, entry } = change;
  const from = personOf(value, entry.page) ?? strangerOf(commentId);
  const content = contentOf(change);
  const parent = parentOf(change);
  const permalink = link(value['permalink_url']) ?? permalinkOf(commentId);
  return {
    kind: 'message',
    network: 'facebook',
    account: entry.page,
    id: commentId,
    messageKind: 'comment',
    thread: threadOf(change, commentId, from === 'us' ? undefined : from.id),
    from,
    text: content.text,
    attachments: content.attachments,
    sentAt: timeOf(moment(value['created_time']), entry.at),
    edition: editionOf(change),
    ...(parent === undefined ? {} : { replyTo: parent }),
    ...(permalink === undefined ? {} : { permalink }),
    // Meta does not say which program wrote it.
    ...(from === 'us' ? { via: 'Facebook' } : {}),
  };
}

/** One person under one post. Ours belongs to what it answers: whom it was written to is not told. */
function threadOf(change: Change, commentId: string, author: string | undefined): ThreadRef {
  const { value } = change;
  const review = id(value['open_graph_story_id']);
  const postId = id(value['post_id']) ?? id(fields(value['post'])['id']);
  const parent = parentOf(change);
  const place = review ?? postId ?? parent ?? commentId;
  const answers = [parent, review, ...(author === undefined ? [postId] : [])].filter((one) => one !== undefined);
  return {
    key: `${place}:${author ?? parent ?? commentId}`,
    space: 'public',
    ...(answers.length === 0 ? {} : { answers }),
    ...underPost(change, postId),
  };
}

/** The comment that it answers; a comment on the post itself has the post for a parent. */
function parentOf({ value }: Change): string | undefined {
  const parent = id(value['parent_id']);
  const isPost = parent === id(value['post_id']) || parent === id(fields(value['post'])['id']);
  return isPost || parent === id(value['comment_id']) ? undefined : parent;
}

function underPost({ value, entry }: Change, postId: string | undefined): { readonly post?: PostRef } {
  if (postId === undefined) return {};
  const post = fields(value['post']);
  const permalink = link(post['permalink_url']) ?? permalinkOf(postId);
  const said = words(post['message']);
  const author = personOf(post, entry.page);
  return {
    post: {
      id: postId,
      ...(author === undefined ? {} : { by: author }),
      ...(said === undefined ? {} : { text: said }),
      ...(permalink === undefined ? {} : { permalink }),
    },
  };
}
