import type { Author, InboundEvent } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, firstId, id, list, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';

/** An event, and when Twitch told it. */
export interface Told {
  readonly event: Fields;
  readonly account: string;
  readonly at: Date;
}

function threadKey(channel: string, person: string): string {
  return `${channel}:${person}`;
}

/** A line of a chat. In a shared chat the same line is told for each channel: it has one id in its own. */
export function eventOfChat({ event, account, at }: Told): InboundEvent {
  const [channel, messageId] = [id(event['broadcaster_user_id']), firstId(event, ['source_message_id', 'message_id'])];
  const chatter = personOf(event, 'chatter_user');
  if (channel === undefined || messageId === undefined || chatter === undefined) return ignored('chat of nobody');
  const reply = fields(event['reply']);
  const parent = id(reply['parent_message_id']);
  const other = chatter.id === account ? personOf(reply, 'parent_user') : chatter;
  if (other === undefined || other.id === account) return ignored('chat of ours to everybody');
  return {
    kind: 'message',
    account,
    id: messageId,
    messageKind: isToUs(event, account) ? 'mention' : 'comment',
    thread: { key: threadKey(channel, other.id), space: 'public', ...answering(parent) },
    ...(chatter.id === account ? { from: 'us' as const, with: other } : { from: chatter }),
    text: text(fields(event['message'])['text']) ?? '',
    attachments: [],
    sentAt: at,
    edition: 0,
    ...present({ replyTo: parent }),
  };
}

function answering(parent: string | undefined) {
  return parent === undefined ? {} : { answers: [parent] };
}

export function eventOfWhisper({ event, account, at }: Told): InboundEvent {
  const messageId = id(event['whisper_id']);
  const [from, to] = [personOf(event, 'from_user'), personOf(event, 'to_user')];
  const other = from?.id === account ? to : from;
  if (messageId === undefined || from === undefined || other === undefined) return ignored('whisper of nobody');
  return {
    kind: 'message',
    account,
    id: messageId,
    messageKind: 'direct',
    thread: { key: other.id, space: 'private' },
    ...(from.id === account ? { from: 'us' as const, with: other } : { from }),
    text: text(fields(event['whisper'])['text']) ?? '',
    attachments: [],
    sentAt: at,
    edition: 0,
  };
}

export function deletionOf({ event, account, at }: Told): InboundEvent {
  const messageId = id(event['message_id']);
  if (messageId === undefined) return ignored('deletion without an id');
  return { kind: 'message-deleted', account, id: messageId, at };
}

/** AutoMod holds a message of ours back, or has decided against it. */
export function heldOf({ event, account, at }: Told): InboundEvent {
  const status = text(event['status']) ?? 'held';
  if (status === 'approved') return ignored('held message approved');
  const detail = `Twitch holds back a message of this account in a chat (${status.slice(0, 40)})`;
  return { kind: 'account-notice', account, level: 'warning', code: 'automod', detail, at };
}

function personOf(event: Fields, prefix: string): Author | undefined {
  const personId = id(event[`${prefix}_id`]);
  const handle = text(event[`${prefix}_login`]);
  if (personId === undefined) return undefined;
  return {
    id: personId,
    name: text(event[`${prefix}_name`]) ?? handle ?? '',
    ...present({ handle, profileUrl: /^\w+$/u.test(handle ?? '') ? `https://www.twitch.tv/${handle}` : undefined }),
  };
}

function isToUs(event: Fields, account: string): boolean {
  const fragments = list(fields(event['message'])['fragments']).map(fields);
  const isNamed = fragments.some((one) => id(fields(one['mention'])['user_id']) === account);
  return isNamed || id(fields(event['reply'])['parent_user_id']) === account;
}
