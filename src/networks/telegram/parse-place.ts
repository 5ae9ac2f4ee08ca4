import type { Author, MessageArrived, PostRef, ThreadRef } from '../../domain/message/inbound-event.js';
import { fields, id, record, text, type Fields } from '../kit/read.js';
import { groupKey, messageKey, placeKey, topicKey, type Place } from './address.js';
import { personOf } from './parse-person.js';
import { postOf } from './parse-post.js';

export interface FoundMessage {
  readonly message: Fields;
  readonly chat: Fields;
  readonly place: Place;
  /** Our bot. */
  readonly account: string;
}

/** Whose message it is and where it belongs. */
export type Placing = Pick<MessageArrived, 'thread' | 'messageKind' | 'from' | 'with' | 'replyTo'>;

export function isPrivate({ chat, place }: FoundMessage): boolean {
  const type = text(chat['type']);
  // Groups and channels have numbers below zero.
  return type === undefined ? !place.chat.startsWith('-') : type === 'private';
}

/** Undefined when nobody's thread can be named: no author, or ours to nobody. */
export function placingOf(found: FoundMessage): Placing | undefined {
  if (isPrivate(found)) return inPrivate(found);
  return found.chat['is_direct_messages'] === true ? withChannel(found) : inGroup(found);
}

/** The chat bears the customer's name and number, whoever speaks. In a business chat that may be the owner, or a bot. */
function inPrivate(found: FoundMessage): Placing {
  const { message, chat, place, account } = found;
  const customer = personOf(chat) ?? { id: place.chat, name: place.chat };
  const from = personOf(message['from']);
  const isOwner = place.business !== undefined && from !== undefined && from.id !== place.chat;
  const isOurs = isOwner || from?.id === account || record(message['sender_business_bot']) !== undefined;
  const thread: ThreadRef = { key: placeKey(place), space: 'private' };
  return isOurs ? echo(found, thread, customer) : { ...direct(found, thread), from: from ?? customer };
}

/** Direct messages of a channel: a topic for each customer; everybody else in it answers for the channel. */
function withChannel(found: FoundMessage): Placing | undefined {
  const { message, place } = found;
  const topic = fields(message['direct_messages_topic']);
  const topicId = id(topic['topic_id']);
  const sender = senderOf(message);
  if (topicId === undefined || sender === undefined) return undefined;
  const customer = personOf(topic['user']);
  const isOurs = customer === undefined ? record(message['sender_chat']) !== undefined : customer.id !== sender.id;
  const thread: ThreadRef = { key: topicKey(place.chat, topicId), space: 'private' };
  return isOurs ? echo(found, thread, customer) : { ...direct(found, thread), from: sender };
}

function inGroup(found: FoundMessage): Placing | undefined {
  const { message, place } = found;
  const sender = senderOf(message);
  if (sender === undefined) return undefined;
  const root = rootOf(found);
  const parent = root.isParent ? undefined : record(message['reply_to_message']);
  const isOurs = speaksForUs(sender, found);
  const customer = isOurs ? customerOf(parent, found) : sender;
  if (customer === undefined) return undefined;
  const replyTo = parentKey(found, parent);
  const key = groupKey(place.chat, customer.id, root.id);
  return {
    thread: { key, space: 'public', ...answering(replyTo), ...(root.post === undefined ? {} : { post: root.post }) },
    messageKind: root.post !== undefined || replyTo !== undefined ? 'comment' : 'mention',
    ...(isOurs ? { from: 'us', with: customer } : { from: sender }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

function answering(replyTo: string | undefined): Pick<ThreadRef, 'answers'> {
  return replyTo === undefined ? {} : { answers: [replyTo] };
}

function direct(found: FoundMessage, thread: ThreadRef): Omit<Placing, 'from'> {
  const replyTo = parentKey(found, record(found.message['reply_to_message']));
  return { thread, messageKind: 'direct', ...(replyTo === undefined ? {} : { replyTo }) };
}

function echo(found: FoundMessage, thread: ThreadRef, customer: Author | undefined): Placing {
  return { ...direct(found, thread), from: 'us', ...(customer === undefined ? {} : { with: customer }) };
}

/** `from` of what is said in a channel's or group's name is a stand-in (GroupAnonymousBot and the like). */
function senderOf(message: Fields): Author | undefined {
  return personOf(message['sender_chat']) ?? personOf(message['from']);
}

/** The bot itself, or an anonymous admin: the group speaking in itself. */
function speaksForUs(sender: Author, { account, place }: FoundMessage): boolean {
  return sender.id === account || sender.id === place.chat;
}

function customerOf(parent: Fields | undefined, found: FoundMessage): Author | undefined {
  const person = parent === undefined ? undefined : senderOf(parent);
  return person === undefined || speaksForUs(person, found) ? undefined : person;
}

interface Root {
  readonly id?: string;
  readonly post?: PostRef;
  /** The message answers the root itself, which is a post and no message. */
  readonly isParent: boolean;
}

/**
 * `message_thread_id` names the copy of the channel's post that is commented on, or the topic of a forum. In other
 * groups it names the first message of a chain of answers, which is no post: that is seen when the chain's first
 * message is the one answered, and cannot be seen further down, where it is taken for a post.
 */
function rootOf({ message, place }: FoundMessage): Root {
  const parent = record(message['reply_to_message']);
  const parentId = id(parent?.['message_id']);
  const isCopy = parent?.['is_automatic_forward'] === true;
  const rootId = id(message['message_thread_id']) ?? (isCopy ? parentId : undefined);
  if (rootId === undefined) return { isParent: false };
  const isParent = parentId === rootId;
  if (isParent && !isCopy && message['is_topic_message'] !== true) return { isParent: false };
  const key = messageKey(place, rootId);
  return { id: rootId, post: isParent ? postOf(fields(parent), key) : { id: key }, isParent };
}

function parentKey({ place }: FoundMessage, parent: Fields | undefined): string | undefined {
  const parentId = id(parent?.['message_id']);
  return parentId === undefined ? undefined : messageKey(place, parentId);
}
