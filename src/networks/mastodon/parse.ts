import type { Ignored, InboundEvent, ReactionChanged } from '../../domain/message/inbound-event.js';
import { fields, id, instant, record, text, type Fields } from '../kit/read.js';
import { eventOfOwnStatus } from './parse-own.js';
import { personOf } from './parse-person.js';
import { eventOfStatus } from './parse-status.js';
import { concerns, statusOf } from './status.js';

/** One fetched body, opened. `root` is the first status of its thread, when that could be read. */
interface Envelope {
  readonly body: Fields;
  readonly root: Fields | undefined;
  readonly account: string;
}

type NotificationReader = (notification: Fields, envelope: Envelope) => InboundEvent;

// docs.joinmastodon.org/entities/Notification; the last three are other servers' words.
const readers: Readonly<Record<string, NotificationReader>> = {
  mention: readMention,
  quote: readMention,
  update: readMention,
  status: readMention,
  favourite: readReaction,
  reply: readMention,
  reaction: readReaction,
  'pleroma:emoji_reaction': readReaction,
};

/**
 * Bodies are what `poll` and `stream` wrapped: {"relais":"poll", "root":…} with one of `notification`, `status`
 * (an edit, or a post of ours) and `gone`. Nothing else ever reaches us, for there is no webhook.
 */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const found = record(body);
  if (found === undefined) throw new Error('a Mastodon body is an object');
  if (account === null) throw new Error('a Mastodon body is fetched for an account');
  if (found['relais'] !== 'poll') return [ignored('unknown body')];
  const envelope = { body: found, root: record(found['root']), account };
  if (found['notification'] !== undefined) return [readNotification(envelope)];
  if (found['status'] !== undefined) return [readStatus(found['status'], envelope)];
  return found['gone'] === undefined ? [ignored('unknown body')] : readGone(envelope);
}

function readNotification(envelope: Envelope): InboundEvent {
  const notification = fields(envelope.body['notification']);
  const type = text(notification['type']) ?? 'untyped';
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  return reader?.(notification, envelope) ?? ignored(`notification ${type}`);
}

function readMention(notification: Fields, envelope: Envelope): InboundEvent {
  const type = text(notification['type']) ?? '';
  const status = statusOf(notification['status']);
  // "update" and "status" speak of anything that we boosted or follow: ours only when we are named in it.
  const isOurs = status !== undefined && (type === 'quote' || concerns(status, envelope.account));
  if (!isOurs && (type === 'update' || type === 'status')) return ignored(`notification ${type}`);
  return readStatus(notification['status'], {
    ...envelope,
    body: { ...envelope.body, type, created_at: notification['created_at'] },
  });
}

function readStatus(value: unknown, { body, root, account }: Envelope): InboundEvent {
  const status = statusOf(value);
  if (status === undefined) return ignored('status without an author');
  const found = { status, root, account, seenAt: instant(body['created_at']) };
  if (status.authorId === account) return eventOfOwnStatus(found);
  return eventOfStatus(found, body['type'] === 'quote');
}

function readReaction(notification: Fields, { account }: Envelope): ReactionChanged | Ignored {
  const by = personOf(notification['account']);
  const status = statusOf(notification['status']);
  const what = `notification ${text(notification['type']) ?? ''}`;
  if (by === undefined || status?.authorId !== account) return ignored(what);
  const isPost = status.parentId === undefined && status.mentions.length === 0;
  return {
    kind: 'reaction',
    account,
    on: isPost ? { post: status.id } : { message: status.id },
    by,
    emoji: text(notification['emoji']) ?? '⭐',
    at: instant(notification['created_at']) ?? new Date(0),
  };
}

/** A deletion names no kind of thing: the status may be known as a message or as a post. */
function readGone({ body, account }: Envelope): InboundEvent[] {
  const gone = fields(body['gone']);
  const statusId = id(gone['id']);
  if (statusId === undefined) return [ignored('gone without an id')];
  const at = instant(gone['at']) ?? new Date(0);
  return [
    { kind: 'message-deleted', account, id: statusId, at },
    { kind: 'post-deleted', account, id: statusId, at },
  ];
}

function ignored(what: string): Ignored {
  return { kind: 'ignored', what };
}
