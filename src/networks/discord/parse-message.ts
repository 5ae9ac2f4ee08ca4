import type { InboundEvent, MessageArrived } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, id, instant, list, number, text, type Fields } from '../kit/read.js';
import { messageKey, placeKey, readNonce, timeOf } from './address.js';
import { ignored } from './ignored.js';
import { attachmentsOf, personOf, wordsOf } from './parse-content.js';

/** Ordinary messages, replies, and what commands say; the rest are notices of the server's own. */
const kindsOfWords = [0, 19, 20];
const threads = [10, 11, 12];

interface Found {
  readonly message: Fields;
  readonly messageId: string;
  readonly channel: string;
  readonly account: string;
}

/** A message, or a newer edition of one: an update without the time of an edit is a link that was unfolded. */
export function eventOfMessage(message: Fields, account: string, isUpdate = false): InboundEvent {
  const [messageId, channel] = [id(message['id']), id(message['channel_id'])];
  if (messageId === undefined || channel === undefined) return ignored('message without an id');
  const type = number(message['type']) ?? 0;
  if (!kindsOfWords.includes(type)) return ignored(`message type ${type}`);
  if (isUpdate && instant(message['edited_timestamp']) === undefined) return ignored('message unfolded');
  const found = { message, messageId, channel, account };
  const author = personOf(message['author'], message['member']);
  if (author === undefined) return ignored('message without an author');
  return author.id === account
    ? eventOfOwn(found)
    : { ...messageOf(found), ...placeOf(found, author.id), from: author };
}

/** In a server, what answers nobody is a post of ours. */
function eventOfOwn(found: Found): InboundEvent {
  const { message, messageId, channel, account } = found;
  const echo = { ...messageOf(found), from: 'us' as const };
  if (isPrivate(message)) return { ...echo, ...placeOf(found, account) };
  const answered = fields(message['referenced_message']);
  const other = personOf(answered['author']);
  if (other !== undefined && other.id !== account) return { ...echo, ...placeOf(found, other.id), with: other };
  const post = { id: messageKey(channel, messageId), by: 'us' as const, at: echo.sentAt };
  const marker = readNonce(id(message['nonce']));
  // What it answered is gone, but it is ours by its mark.
  if (marker !== undefined) return { ...echo, ...placeOf(found, account) };
  return {
    kind: 'post',
    account,
    post: { ...post, ...present({ text: text(echo.text) }) },
    attachments: echo.attachments,
  };
}

function messageOf({ message, messageId, channel, account }: Found) {
  const reference = fields(message['message_reference']);
  const answered = number(reference['type']) === 1 ? undefined : id(reference['message_id']);
  return {
    kind: 'message' as const,
    account,
    id: messageKey(channel, messageId),
    text: wordsOf(message),
    attachments: attachmentsOf(message),
    sentAt: instant(message['timestamp']) ?? timeOf(messageId),
    edition: instant(message['edited_timestamp'])?.getTime() ?? 0,
    ...present({
      replyTo: answered === undefined ? undefined : messageKey(id(reference['channel_id']) ?? channel, answered),
      permalink: permalinkOf(message, channel, messageId),
      marker: readNonce(id(message['nonce'])),
    }),
  };
}

function placeOf(found: Found, person: string): Pick<MessageArrived, 'messageKind' | 'thread'> {
  const { message, channel, account } = found;
  if (isPrivate(message)) return { messageKind: 'direct', thread: { key: channel, space: 'private' } };
  const { replyTo } = messageOf(found);
  const names = list(message['mentions']).some((one) => id(fields(one)['id']) === account);
  const isThread = threads.includes(number(message['channel_type']) ?? -1);
  return {
    messageKind: names ? 'mention' : 'comment',
    thread: {
      key: placeKey(channel, person),
      space: 'public',
      ...present({
        answers: replyTo === undefined ? undefined : [replyTo],
        // A thread has the id of the message that it was begun under, or stands for itself.
        post: isThread
          ? { id: channel, ...present({ permalink: permalinkOf(message, channel, undefined) }) }
          : undefined,
      }),
    },
  };
}

/** Only private messages have no server. What is listed by REST tells none, and is given it by whoever listed it. */
function isPrivate(message: Fields): boolean {
  return id(message['guild_id']) === undefined && message['member'] === undefined;
}

function permalinkOf(message: Fields, channel: string, messageId: string | undefined): string | undefined {
  const parts = [id(message['guild_id']) ?? '@me', channel, ...(messageId === undefined ? [] : [messageId])];
  const isPlain = parts.every((part) => /^(?:\d+|@me)$/u.test(part));
  return isPlain ? `https://discord.com/channels/${parts.join('/')}` : undefined;
}
