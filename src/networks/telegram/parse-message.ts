import type { Ignored, InboundEvent, MessageArrived } from '../../domain/message/inbound-event.js';
import { fields, id, text, type Fields } from '../kit/read.js';
import { messageKey, placeKey } from './address.js';
import { attachmentsOf, wordsOf } from './parse-content.js';
import { isPrivate, placingOf, type FoundMessage } from './parse-place.js';
import { permalinkOf, postSeen } from './parse-post.js';
import { dateOf } from './read-date.js';
import { serviceKind } from './service-kinds.js';

/** Pressing "Start", with or without the payload of a link: nothing is said by it. */
const start = /^\/start(?:@\w+)?(?:\s+[\w-]{1,64})?$/u;

/** A message of a chat, a group, a business account or a channel; `isEdit` for a newer edition. */
export function eventsOfMessage(value: unknown, account: string, isEdit: boolean): InboundEvent[] {
  const message = fields(value);
  const chat = fields(message['chat']);
  const chatId = id(chat['id']);
  const messageId = id(message['message_id']);
  if (chatId === undefined || messageId === undefined) return [ignored('message without a chat or a number')];
  const moved = movedOf(message, account, chatId);
  if (moved !== undefined) return [moved];
  const service = serviceKind(message);
  if (service !== undefined) return [ignored(`message ${service}`)];
  if (chat['type'] === 'channel' || message['is_automatic_forward'] === true) {
    return [postSeen(message, account, chatId) ?? ignored('post')];
  }
  const business = text(message['business_connection_id']);
  const place = { chat: chatId, ...(business === undefined ? {} : { business }) };
  return [eventOf({ message, chat, place, account }, messageKey(place, messageId), isEdit)];
}

function eventOf(found: FoundMessage, messageId: string, isEdit: boolean): InboundEvent {
  const { message, account, place } = found;
  const words = wordsOf(message);
  const sentAt = sentAtOf(message);
  if (isPrivate(found) && start.test(words)) {
    return { kind: 'reachability', account, thread: placeKey(place), reachable: true, at: sentAt };
  }
  const placing = placingOf(found);
  if (placing === undefined) return ignored('message of nobody or to nobody');
  if (isPartOfOurs(found)) return ignored('part of an album of ours');
  const attachments = attachmentsOf(message);
  const isEmpty = words === '' && attachments.length === 0;
  // New kinds come with every version: in a group they are mostly notices, from a person alone they are meant for us.
  if (isEmpty && placing.thread.space === 'public') return ignored('message without words');
  return {
    kind: 'message',
    account,
    id: messageId,
    ...placing,
    text: words,
    attachments: isEmpty ? [{ type: 'unsupported' }] : attachments,
    sentAt,
    edition: editionOf(message, isEdit),
    ...details(found, placing.from === 'us'),
  };
}

function details({ message, chat }: FoundMessage, isOurs: boolean): Partial<MessageArrived> {
  const permalink = permalinkOf(chat, message['message_id']);
  const bot = fields(message['sender_business_bot']);
  const via = text(bot['username']) ?? id(bot['id']);
  return {
    ...(permalink === undefined ? {} : { permalink }),
    ...(isOurs && via !== undefined ? { via } : {}),
  };
}

function sentAtOf(message: Fields): Date {
  return dateOf(message['date']) ?? dateOf(message['edit_date']) ?? new Date(0);
}

/** When the person last changed it, in milliseconds; some edits change nothing that can be seen. */
function editionOf(message: Fields, isEdit: boolean): number {
  return dateOf(message['edit_date'])?.getTime() ?? (isEdit ? 1 : 0);
}

/** An album of ours comes back as single messages; the one with the words stands for all of them. */
function isPartOfOurs({ message, account }: FoundMessage): boolean {
  const isOurs = id(fields(message['sender_business_bot'])['id']) === account;
  return isOurs && text(message['media_group_id']) !== undefined && text(message['caption']) === undefined;
}

/** A group that became a supergroup: told once in the old chat and once in the new one. */
function movedOf(message: Fields, account: string, chat: string): InboundEvent | undefined {
  const to = id(message['migrate_to_chat_id']);
  if (to !== undefined) return { kind: 'thread-moved', account, from: chat, to };
  const from = id(message['migrate_from_chat_id']);
  return from === undefined ? undefined : { kind: 'thread-moved', account, from, to: chat };
}

function ignored(what: string): Ignored {
  return { kind: 'ignored', what };
}
