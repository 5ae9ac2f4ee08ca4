import type { PostRef, PostSeen } from '../../domain/message/inbound-event.js';
import { fields, id, text, type Fields } from '../kit/read.js';
import { messageKey } from './address.js';
import { attachmentsOf, wordsOf } from './parse-content.js';
import { addressOf } from './parse-person.js';
import { dateOf } from './read-date.js';

/** A post of a channel of ours, or its copy in the group where it is discussed. */
export function postSeen(message: Fields, account: string, chat: string): PostSeen | undefined {
  const messageId = id(message['message_id']);
  if (messageId === undefined) return undefined;
  const post = postOf(message, messageKey({ chat }, messageId));
  return { kind: 'post', account, post: { ...post, by: 'us' }, attachments: attachmentsOf(message) };
}

/** What a message tells of itself as a post: the copy of a channel's post, or the beginning of a topic. */
export function postOf(message: Fields, postId: string): PostRef {
  const words = text(wordsOf(message)) ?? text(fields(message['forum_topic_created'])['name']);
  const at = dateOf(message['date']);
  const permalink = originLink(message) ?? permalinkOf(fields(message['chat']), message['message_id']);
  return {
    id: postId,
    ...(message['is_automatic_forward'] === true ? { by: 'us' } : {}),
    ...(words === undefined ? {} : { text: words }),
    ...(permalink === undefined ? {} : { permalink }),
    ...(at === undefined ? {} : { at }),
  };
}

/**
 * The address of what is said in a group or a channel; without a public name it works for members only
 * (core.telegram.org/api/links).
 */
export function permalinkOf(chat: Fields, messageId: unknown): string | undefined {
  const number = id(messageId);
  const chatId = id(chat['id']) ?? '';
  const isOpen = chatId.startsWith('-') && chat['is_direct_messages'] !== true;
  if (!isOpen || number === undefined || !/^\d+$/u.test(number)) return undefined;
  const named = addressOf(text(chat['username']));
  if (named !== undefined) return `${named}/${number}`;
  const hidden = /^-100(\d+)$/u.exec(chatId)?.[1];
  return hidden === undefined ? undefined : `https://t.me/c/${hidden}/${number}`;
}

function originLink(message: Fields): string | undefined {
  const origin = fields(message['forward_origin']);
  return permalinkOf(fields(origin['chat']), origin['message_id']);
}
