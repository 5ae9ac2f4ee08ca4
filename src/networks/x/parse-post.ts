import type { Attachment } from '../../domain/message/attachment.js';
import type { InboundEvent, MessageArrived, PostRef } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, list, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';
import { mediaOf } from './parse-media.js';
import { peopleIn, personWith, type People } from './parse-person.js';
import { postOf, type Post } from './post.js';
import { readable } from './text.js';

/** What came with a post: people, other posts, media. */
export interface Around {
  readonly people: People;
  readonly posts: readonly Post[];
  readonly media: readonly Fields[];
  readonly account: string;
  /** The instant that X told it with, where the post itself tells none. */
  readonly seenAt?: Date;
}

export function aroundOf(includes: unknown, account: string): Around {
  const told = fields(includes);
  return {
    people: peopleIn(told['users']),
    posts: list(told['tweets'] ?? told['posts']).flatMap((post) => postOf(post) ?? []),
    media: list(told['media']).map(fields),
    account,
  };
}

/** Somebody's words to us, or ours; `said` is what X called it. */
export function eventOfPost(value: unknown, around: Around, said: 'mention' | 'reply' | 'quote' | 'own'): InboundEvent {
  const post = postOf(value);
  if (post === undefined) return ignored(`${said} without an author`);
  if (post.isRepost) return ignored('repost');
  if (post.authorId === around.account) return eventOfOwn(post, around);
  if (said === 'own') return ignored('post of somebody else');
  return {
    ...messageOf(post, around),
    messageKind: kindOf(post, around, said),
    thread: threadOf(post, around, post.authorId),
    from: personWith(around.people, post.authorId),
  };
}

/** A reply is an echo, anything else a post of ours. */
function eventOfOwn(post: Post, around: Around): InboundEvent {
  const { account } = around;
  const other = post.parentAuthorId === account ? undefined : post.parentAuthorId;
  if (post.parentId === undefined || other === undefined) {
    return { kind: 'post', account, post: refOf(post, around), attachments: attachmentsOf(post, around) };
  }
  return {
    ...messageOf(post, around),
    messageKind: 'comment',
    thread: threadOf(post, around, other),
    from: 'us',
    with: personWith(around.people, other),
  };
}

function messageOf(post: Post, around: Around) {
  return {
    kind: 'message' as const,
    account: around.account,
    id: post.id,
    text: textOf(post),
    attachments: attachmentsOf(post, around),
    sentAt: post.at ?? around.seenAt ?? new Date(0),
    edition: post.edition,
    permalink: permalinkOf(post.id),
    ...present({ replyTo: post.parentId, language: post.language }),
  };
}

function kindOf(post: Post, { account }: Around, said: string): MessageArrived['messageKind'] {
  if (said === 'quote') return 'quote';
  const isToUs = post.parentId !== undefined && post.parentAuthorId === account;
  return said === 'reply' || isToUs ? 'comment' : 'mention';
}

/** One person's words in one conversation; its first post is what they hang under, or what is quoted. */
function threadOf(post: Post, around: Around, personId: string): MessageArrived['thread'] {
  const under = post.conversationId === post.id ? post.quotedId : post.conversationId;
  const known = around.posts.find(({ id }) => id === under);
  const ref = known === undefined ? under && { id: under, permalink: permalinkOf(under) } : refOf(known, around);
  return {
    key: `${post.conversationId}:${personId}`,
    space: 'public',
    ...present({
      answers: post.parentId === undefined ? undefined : [post.parentId],
      post: ref === '' ? undefined : ref,
    }),
  };
}

function refOf(post: Post, around: Around): PostRef {
  const by = post.authorId === around.account ? 'us' : around.people.get(post.authorId);
  const imageUrl = attachmentsOf(post, around).find(({ type }) => type === 'image')?.url;
  return {
    id: post.id,
    permalink: permalinkOf(post.id),
    ...present({ by, text: text(textOf(post)), imageUrl, at: post.at }),
  };
}

function textOf({ text: words, entities, quotedId }: Post): string {
  return readable(words, entities, (url) => {
    const isMedia = /\/(?:photo|video)\/\d+$/u.test(url);
    return isMedia || (quotedId !== undefined && url.endsWith(`/status/${quotedId}`));
  });
}

function attachmentsOf(post: Post, { media }: Around): Attachment[] {
  const keyed = post.mediaKeys.map((key) => media.find((one) => text(one['media_key']) === key) ?? {});
  return [...keyed, ...post.media].map(mediaOf);
}

function permalinkOf(postId: string): string {
  return `https://x.com/i/status/${encodeURIComponent(postId.toWellFormed())}`;
}
