import type { Author, InboundEvent, MessageArrived, PostRef, ThreadRef } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, id, instant, link, text, type Fields } from '../kit/read.js';
import { encoded } from '../kit/rest.js';

/** A comment, and what was told around it. */
export interface Scene {
  readonly account: string;
  readonly thread?: Fields;
  readonly top?: Fields;
  readonly replies: readonly Fields[];
  readonly video?: Fields | undefined;
}

export function eventOfComment(comment: Fields, scene: Scene): InboundEvent {
  const snippet = fields(comment['snippet']);
  const commentId = id(comment['id']);
  const sentAt = instant(snippet['publishedAt']) ?? instant(snippet['updatedAt']);
  if (commentId === undefined || sentAt === undefined) {
    return { kind: 'ignored', what: 'a comment without an id or a time' };
  }
  const parentId = id(snippet['parentId']) ?? parentOf(commentId);
  const post = postOf(snippet, scene);
  const common = {
    kind: 'message' as const,
    account: scene.account,
    id: commentId,
    messageKind: 'comment' as const,
    text: wordsOf(snippet),
    attachments: [],
    sentAt,
    edition: editionOf(snippet, sentAt),
    ...present({ replyTo: parentId, permalink: permalinkOf(commentId, post) }),
  };
  const author = personOf(snippet);
  const place = { space: 'public' as const, ...present({ post }) };
  if (author.id === scene.account) return ourComment(snippet, scene, { common, place, parentId });
  return { ...common, from: author, thread: { key: `${parentId ?? commentId}:${author.id}`, ...place } };
}

type Common = Omit<MessageArrived, 'from' | 'thread'>;

function ourComment(
  snippet: Fields,
  scene: Scene,
  by: { common: Common; place: Pick<ThreadRef, 'space' | 'post'>; parentId: string | undefined },
): InboundEvent {
  // What we say first under a video is no answer to anybody.
  if (by.parentId === undefined) return { kind: 'ignored', what: 'a comment of our own' };
  const addressee = addresseeOf(snippet, scene);
  const key = `${by.parentId}:${addressee?.author.id ?? ''}`;
  const thread = { key, answers: [addressee?.comment ?? by.parentId], ...by.place };
  return { ...by.common, from: 'us', ...present({ with: addressee?.author }), thread };
}

function editionOf(snippet: Fields, sentAt: Date): number {
  const changedAt = instant(snippet['updatedAt']);
  return changedAt !== undefined && changedAt > sentAt ? changedAt.getTime() : 0;
}

/** Replies are named after their thread. */
function parentOf(commentId: string): string | undefined {
  const dot = commentId.indexOf('.');
  return dot > 0 ? commentId.slice(0, dot) : undefined;
}

/** `textOriginal` is given to its author only; `textDisplay` is plain text where it was asked for. */
function wordsOf(snippet: Fields): string {
  return text(snippet['textOriginal']) ?? text(snippet['textDisplay']) ?? '';
}

/** An account that was closed has a name and no channel. */
function personOf(snippet: Fields): Author {
  const name = text(snippet['authorDisplayName']) ?? '';
  const channel = id(fields(snippet['authorChannelId'])['value']) ?? id(snippet['authorChannelId']);
  const handle = name.startsWith('@') && name.length > 1 ? name.slice(1) : undefined;
  return {
    id: channel ?? `name:${name}`,
    name: name === '' ? 'YouTube' : name,
    ...present({
      handle,
      avatarUrl: link(snippet['authorProfileImageUrl']),
      profileUrl: link(snippet['authorChannelUrl']),
    }),
  };
}

/** One level of replies: ours begins with the handle of whom it is for, or is for who began the thread. */
function addresseeOf(
  snippet: Fields,
  { top, replies, account }: Scene,
): { author: Author; comment: string } | undefined {
  const handle = /^@([^\s,:]+)/u.exec(wordsOf(snippet))?.[1]?.toLowerCase();
  const named = replies.findLast((reply) => handle !== undefined && handleOf(reply) === handle);
  const comment = named ?? top;
  const commentId = id(comment?.['id']);
  if (comment === undefined || commentId === undefined) return undefined;
  const author = personOf(fields(comment['snippet']));
  return author.id === account ? undefined : { author, comment: commentId };
}

function handleOf(comment: Fields): string | undefined {
  return personOf(fields(comment['snippet'])).handle?.toLowerCase();
}

function postOf(snippet: Fields, { account, thread, top, video }: Scene): PostRef | undefined {
  const about = [thread ?? {}, snippet, fields(top?.['snippet'])];
  const first = (name: string): string | undefined =>
    about.map((one) => id(one[name])).find((one) => one !== undefined);
  const videoId = first('videoId');
  const postId = videoId ?? first('postId');
  if (postId === undefined) return undefined;
  const details = fields(video?.['snippet']);
  const permalink =
    videoId === undefined
      ? `https://www.youtube.com/post/${encoded(postId)}`
      : `https://www.youtube.com/watch?v=${encoded(videoId)}`;
  return {
    id: postId,
    ...(first('channelId') === account ? { by: 'us' as const } : {}),
    permalink,
    ...present({
      text: text(details['title']),
      imageUrl: link(fields(fields(details['thumbnails'])['default'])['url']),
      at: instant(details['publishedAt']),
    }),
  };
}

function permalinkOf(commentId: string, post: PostRef | undefined): string | undefined {
  const watch = post?.permalink;
  return watch?.includes('/watch?') === true ? `${watch}&lc=${encoded(commentId)}` : undefined;
}
