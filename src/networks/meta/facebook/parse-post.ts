import type { Author, InboundEvent, MessageArrived, PostRef, PostSeen } from '../../../domain/message/inbound-event.js';
import { fields, id, link } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { nameOf, type Change } from './change.js';
import { deletedMessage, deletedPost, hiddenMessage } from './events.js';
import { contentOf, editionOf, type Content } from './parse-content.js';
import { personOf, strangerOf } from './parse-person.js';
import { permalinkOf } from './permalink.js';

/** Things that stand on a Page by themselves, ours or a visitor's. */
export const postItems = [
  'post',
  'status',
  'photo',
  'video',
  'share',
  'album',
  'event',
  'link',
  'note',
  'story',
  'question',
  'offer',
  'milestone',
] as const;

export function eventsOfPost(change: Change): InboundEvent[] {
  const postId = postIdOf(change);
  if (postId === undefined) return [ignored(nameOf(change))];
  switch (change.does) {
    case 'add':
    case 'edit':
      return [seen(change, postId)];
    case 'remove':
      // Whether a visitor's, which is a message, or ours is not told; an id is only ever one of the two.
      return [deletedMessage(change, postId), deletedPost(change, postId)];
    case 'hide':
    case 'unhide':
      return [hiddenMessage(change, postId)];
    case 'other':
      return [ignored(nameOf(change))];
  }
}

function seen(change: Change, postId: string): InboundEvent {
  const author = personOf(change.value, change.entry.page) ?? strangerOf(postId);
  const content = contentOf(change);
  if (author !== 'us') return visitorPost(change, { postId, author, content });
  // A draft, a planned post, an advertisement: nobody sees it under the Page.
  const isPublished = ![0, false, '0', 'false'].some((no) => no === change.value['published']);
  return isPublished ? ownPost(change, postId, content) : ignored(`${nameOf(change)} unpublished`);
}

function ownPost(change: Change, postId: string, content: Content): PostSeen {
  const image = content.attachments.find((attachment) => attachment.type === 'image')?.url;
  return {
    kind: 'post',
    network: 'facebook',
    account: change.entry.page,
    post: {
      ...postOf(change, postId),
      by: 'us',
      ...(content.text === '' ? {} : { text: content.text }),
      ...(image === undefined ? {} : { imageUrl: image }),
    },
    attachments: content.isThin ? [] : content.attachments,
  };
}

function visitorPost(
  change: Change,
  { postId, author, content }: { readonly postId: string; readonly author: Author; readonly content: Content },
): MessageArrived {
  const post = { ...postOf(change, postId), by: author, ...(content.text === '' ? {} : { text: content.text }) };
  return {
    kind: 'message',
    network: 'facebook',
    account: change.entry.page,
    id: postId,
    messageKind: 'visitor-post',
    thread: { key: `${postId}:${author.id}`, space: 'public', post },
    from: author,
    text: content.text,
    attachments: content.attachments,
    sentAt: timeOf(moment(change.value['created_time']), change.entry.at),
    edition: editionOf(change),
    ...(post.permalink === undefined ? {} : { permalink: post.permalink }),
  };
}

function postOf({ value }: Change, postId: string): PostRef {
  const permalink = link(value['permalink_url']) ?? link(fields(value['post'])['permalink_url']) ?? permalinkOf(postId);
  const at = moment(value['created_time']);
  return {
    id: postId,
    ...(permalink === undefined ? {} : { permalink }),
    ...(at === undefined ? {} : { at }),
  };
}

/** Older calls name a photo or an album by an id of its own, and no post. */
function postIdOf({ value, item }: Change): string | undefined {
  return id(value['post_id']) ?? id(fields(value['post'])['id']) ?? id(value[`${item}_id`]);
}
