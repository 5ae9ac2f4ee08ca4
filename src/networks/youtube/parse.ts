import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, instant, list, record, text, type Fields } from '../kit/read.js';
import { eventOfComment, type Scene } from './parse-comment.js';
import { eventsOfLive } from './parse-live.js';

const longestKind = 60;

/**
 * Bodies are what `poll` wrapped: {"relais":"poll"} with a `thread` and all its `replies`, a `live` message, or what is
 * `gone`; or an answer of the Data API as it came, which says its own `kind`.
 */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const found = record(body);
  if (found === undefined) throw new Error('a YouTube body is an object');
  if (account === null) throw new Error('a YouTube body is fetched for a channel');
  if (found['relais'] !== 'poll') return ofAnswer(found, account);
  if (found['gone'] !== undefined) return gone(fields(found['gone']), account);
  if (found['live'] !== undefined) return eventsOfLive(fields(found['live']), account);
  const thread = record(found['thread']);
  if (thread === undefined) return [ignored('unknown body')];
  const video = record(found['video']);
  return ofThread(thread, { account, video, replies: list(found['replies']).map(fields) });
}

function ofAnswer(body: Fields, account: string): InboundEvent[] {
  const kind = text(body['kind']) ?? 'unknown body';
  const scene: Scene = { account, replies: [] };
  switch (kind) {
    case 'youtube#commentThreadListResponse':
    case 'youtube#commentListResponse':
    case 'youtube#liveChatMessageListResponse':
      return orIgnored(
        list(body['items']).flatMap((item) => (record(item) === undefined ? [] : ofAnswer(fields(item), account))),
        kind,
      );
    case 'youtube#commentThread':
      return ofThread(body, scene);
    case 'youtube#comment':
      return [eventOfComment(body, scene)];
    case 'youtube#liveChatMessage':
      return eventsOfLive(body, account);
    default:
      return [ignored(kind)];
  }
}

/** The first comment, then its replies; those that the list brought and those that were asked for may be the same. */
function ofThread(thread: Fields, scene: Scene): InboundEvent[] {
  const snippet = fields(thread['snippet']);
  const inline = list(fields(thread['replies'])['comments']).map(fields);
  const replies = [...new Map([...inline, ...scene.replies].map((reply) => [id(reply['id']), reply])).values()];
  const top = fields(snippet['topLevelComment']);
  const whole = { ...scene, replies, thread: snippet, top };
  const comments = [top, ...replies].filter((comment) => id(comment['id']) !== undefined);
  return orIgnored(
    comments.map((comment) => eventOfComment(comment, whole)),
    'a thread without comments',
  );
}

function gone(found: Fields, account: string): InboundEvent[] {
  const [name, at] = [id(found['id']), instant(found['at'])];
  return name === undefined || at === undefined
    ? [ignored('gone')]
    : [{ kind: 'message-deleted', account, id: name, at }];
}

function orIgnored(events: InboundEvent[], what: string): InboundEvent[] {
  return events.length > 0 ? events : [ignored(what)];
}

function ignored(what: string): InboundEvent {
  return { kind: 'ignored', what: what.slice(0, longestKind) };
}
