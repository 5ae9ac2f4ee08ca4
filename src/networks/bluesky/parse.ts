import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, instant, list, record, text, type Fields } from '../kit/read.js';
import { readUri } from './address.js';
import { ignored } from './ignored.js';
import { eventOfLog } from './parse-chat.js';
import { eventsOfFrame, goneEvents } from './parse-jetstream.js';
import { personOf } from './parse-person.js';
import { eventOfOwn, eventOfPost, replyOf, viewsIn, type FoundPost } from './parse-post.js';

/** Reasons of a notification that carry words to us (app.bsky.notification.listNotifications). */
const words = ['mention', 'reply', 'quote'];

/**
 * Bodies are what `poll` wrapped, {"relais":"poll"} with one of `notification`, `post` (of ours), `log` and `gone`; a
 * frame of Jetstream; or what the network answers itself.
 */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const found = record(body);
  if (found === undefined) throw new Error('a Bluesky body is an object');
  if (account === null) throw new Error('a Bluesky body is fetched for an account');
  if (found['relais'] === 'poll') return readFetched(found, account);
  if (Array.isArray(found['notifications'])) return readEach(found['notifications'], found, account);
  if (Array.isArray(found['logs'])) {
    return list(found['logs']).map((entry) => eventOfLog({ entry: fields(entry), members: [], account }));
  }
  if (found['kind'] !== undefined || found['payload'] !== undefined) return eventsOfFrame(found, account);
  return found['reason'] === undefined ? [ignored('unknown body')] : [readNotification(found, found, account)];
}

function readFetched(found: Fields, account: string): InboundEvent[] {
  if (found['notification'] !== undefined) {
    return [readNotification(fields(found['notification']), found, account)];
  }
  if (found['post'] !== undefined) return [readOwn(fields(found['post']), found, account)];
  if (found['log'] !== undefined) {
    return [eventOfLog({ entry: fields(found['log']), members: list(found['members']).map(fields), account })];
  }
  const gone = fields(found['gone']);
  const uri = text(gone['uri']);
  return uri === undefined ? [ignored('unknown body')] : goneEvents(uri, instant(gone['at']), account);
}

function readEach(notifications: readonly unknown[], around: Fields, account: string): InboundEvent[] {
  return notifications.map((one) => readNotification(fields(one), around, account));
}

function readNotification(notification: Fields, around: Fields, account: string): InboundEvent {
  const reason = text(notification['reason']) ?? 'untyped';
  if (reason === 'like') return readLike(notification, around, account);
  const post = foundPost(notification, around, account);
  if (!words.includes(reason) || post === undefined || post.did === account) return ignored(`notification ${reason}`);
  return eventOfPost(post, reason);
}

function readOwn(view: Fields, around: Fields, account: string): InboundEvent {
  const post = foundPost(view, around, account);
  return post?.did === account ? eventOfOwn(post) : ignored('post of somebody else');
}

function foundPost(told: Fields, around: Fields, account: string): FoundPost | undefined {
  const uri = text(told['uri']);
  const did = readUri(uri)?.did;
  const record = fields(told['record']);
  if (uri === undefined || did === undefined || record['text'] === undefined) return undefined;
  const author = personOf(told['author']);
  return {
    uri,
    did,
    record,
    author: author?.id === did ? author : undefined,
    seenAt: instant(told['indexedAt']),
    views: viewsIn(around['views']),
    account,
  };
}

function readLike(notification: Fields, around: Fields, account: string): InboundEvent {
  const subject = text(notification['reasonSubject']) ?? text(fields(fields(notification['record'])['subject'])['uri']);
  const by = personOf(notification['author']);
  if (by === undefined || subject === undefined || readUri(subject)?.did !== account)
    return ignored('notification like');
  const liked = fields(viewsIn(around['views']).get(subject)?.['record']);
  const isAnswer = replyOf(liked).parent !== undefined;
  return {
    kind: 'reaction',
    account,
    on: isAnswer ? { message: subject } : { post: subject },
    by,
    emoji: '❤️',
    at: instant(notification['indexedAt']) ?? new Date(0),
  };
}
