import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, instant, list, number, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';
import { goneEvents, revoked } from './parse-activity.js';
import { eventsOfDirect } from './parse-dm.js';
import { personOf } from './parse-person.js';
import { eventOfPost, type Around } from './parse-post.js';
import { postOf } from './post.js';

/** The Account Activity API: deprecated, and still called where somebody subscribed to it. */
export function eventsOfLegacy(body: Fields, account: string): InboundEvent[] {
  const events = [
    ...list(body['tweet_create_events']).map((one) => postEvent(fields(one), account)),
    ...list(body['tweet_delete_events']).flatMap((one) => deletionOf(fields(one), account)),
    ...list(body['favorite_events']).map((one) => likeOf(fields(one), account)),
    ...(hasDirect(body) ? eventsOfDirect(body, account) : []),
    ...(fields(body['user_event'])['revoke'] === undefined ? [] : [revocationOf(fields(body['user_event']), account)]),
  ];
  const kinds = Object.keys(body).filter((name) => name.endsWith('_events') || name === 'user_event');
  return events.length > 0 ? events : [ignored(`account activity ${kinds.join(', ')}`)];
}

function hasDirect(body: Fields): boolean {
  return Object.keys(body).some((name) => name.startsWith('direct_message_'));
}

/** It tells of everything that is about the account, also of a repost, and does not say why. */
function postEvent(tweet: Fields, account: string): InboundEvent {
  const author = personOf(tweet['user']);
  const quoted = postOf(tweet['quoted_status']);
  const around: Around = {
    people: new Map(author === undefined ? [] : [[author.id, author]]),
    posts: quoted === undefined ? [] : [quoted],
    media: [],
    account,
  };
  return eventOfPost(tweet, around, quoted?.authorId === account ? 'quote' : 'mention');
}

function deletionOf(event: Fields, account: string): InboundEvent[] {
  const ms = number(event['timestamp_ms']);
  const at = ms === undefined ? undefined : new Date(ms);
  const when = at === undefined || Number.isNaN(at.getTime()) ? new Date(0) : at;
  return goneEvents(id(fields(event['status'])['id']), when, account);
}

function likeOf(event: Fields, account: string): InboundEvent {
  const liked = postOf(event['favorited_status']);
  const by = personOf(event['user']);
  if (liked?.authorId !== account || by === undefined) return ignored('favourite');
  const ms = number(event['timestamp_ms']);
  const at = ms === undefined ? instant(event['created_at']) : new Date(ms);
  return {
    kind: 'reaction',
    account,
    on: liked.parentId === undefined ? { post: liked.id } : { message: liked.id },
    by,
    emoji: '❤️',
    at: at === undefined || Number.isNaN(at.getTime()) ? new Date(0) : at,
  };
}

function revocationOf(event: Fields, account: string): InboundEvent {
  const revoke = fields(event['revoke']);
  const source = id(fields(revoke['source'])['user_id']) ?? account;
  return revoked(source, instant(text(revoke['date_time'])));
}
