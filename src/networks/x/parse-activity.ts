import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, instant, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';
import { eventOfEncrypted, eventsOfDirect } from './parse-dm.js';
import { aroundOf, eventOfPost } from './parse-post.js';

type Reader = (payload: Fields, told: { readonly account: string; readonly includes: unknown }) => InboundEvent[];

const readers: Readonly<Record<string, Reader>> = {
  'post.mention.create': (payload, told) => [eventOfPost(payload, aroundOf(told.includes, told.account), 'mention')],
  'post.reply.create': (payload, told) => [eventOfPost(payload, aroundOf(told.includes, told.account), 'reply')],
  'post.quote.create': (payload, told) => [eventOfPost(payload, aroundOf(told.includes, told.account), 'quote')],
  'post.create': (payload, told) => [eventOfPost(payload, aroundOf(told.includes, told.account), 'own')],
  'post.delete': (payload, { account }) => goneEvents(id(payload['id']), new Date(0), account),
  'like.create': (payload, told) => [likeOf(payload, told)],
  'dm.received': (payload, { account }) => eventsOfDirect(payload, account),
  'dm.sent': (payload, { account }) => eventsOfDirect(payload, account),
  'dm.read': (payload, { account }) => eventsOfDirect(payload, account),
  'chat.received': (payload, { account }) => [eventOfEncrypted(payload, account)],
  'oauth.revoke': (payload, { account }) => [revoked(account, instant(payload['date_time']))],
};

/** One event of the X Activity API, by webhook or by stream. */
export function eventsOfActivity(event: Fields, fallback: string | null): InboundEvent[] {
  const type = text(event['event_type']) ?? 'untyped';
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (reader === undefined) return [ignored(`activity ${type}`)];
  const payload = fields(event['payload']);
  const revokedFor = type === 'oauth.revoke' ? id(payload['user_id']) : undefined;
  const account = revokedFor ?? id(fields(event['filter'])['user_id']) ?? fallback;
  if (account === null) throw new Error('an activity of X does not say which account it is for');
  return reader(payload, { account, includes: event['includes'] });
}

export function revoked(account: string, at: Date | undefined): InboundEvent {
  const detail = 'the account has taken back what it allowed Relais to do';
  return { kind: 'account-notice', account, level: 'blocked', code: 'oauth.revoke', detail, at: at ?? new Date(0) };
}

/** A deletion names no kind of thing: the post may be known as a message or as a post of ours. */
export function goneEvents(postId: string | undefined, at: Date, account: string): InboundEvent[] {
  if (postId === undefined) return [ignored('deletion without an id')];
  return [
    { kind: 'message-deleted', account, id: postId, at },
    { kind: 'post-deleted', account, id: postId, at },
  ];
}

/** The payload tells what was liked, and whose it was; who liked it stands among what came with it. */
function likeOf(payload: Fields, { account, includes }: { account: string; includes: unknown }): InboundEvent {
  const around = aroundOf(includes, account);
  const liked = id(payload['liked_tweet_id']) ?? id(payload['liked_post_id']);
  const owner = id(payload['liked_tweet_author_id']) ?? id(payload['liked_post_author_id']);
  const by = [...around.people.values()].find((person) => person.id !== account);
  if (liked === undefined || owner !== account || by === undefined) return ignored('like');
  const isAnswer = around.posts.find((post) => post.id === liked)?.parentId !== undefined;
  return {
    kind: 'reaction',
    account,
    on: isAnswer ? { message: liked } : { post: liked },
    by,
    emoji: '❤️',
    at: instant(payload['created_at']) ?? new Date(0),
  };
}
