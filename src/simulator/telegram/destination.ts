import { ApiError, bad, forbidden, type Bot, type Chat, type Message, type Person } from './model.js';
import type { Params } from './params.js';
import type { World } from './world.js';

/** Where a bot wants to write, once it is known that it may. */
export interface Destination {
  readonly chat: Chat;
  readonly replyTo: Message | null;
  readonly threadId: number | null;
  readonly topic: Person | null;
}

const businessWindowSeconds = 24 * 3600;

/** The chat a call names, for a bot that can see it. */
export function chatOf(world: World, bot: Bot, params: Params): Chat {
  const business = params.text('business_connection_id');
  const id = params.whole('chat_id');
  if (business !== undefined) return inBusiness(world, business, id);
  if (id === undefined) return byName(world, params.text('chat_id') ?? '');
  if (id < 0) return world.group(id);
  const person = world.personById(id);
  if (person === undefined) throw bad('chat not found');
  return world.privateChat(bot, person);
}

export function destinationOf(world: World, bot: Bot, params: Params): Destination {
  const chat = chatOf(world, bot, params);
  mustBeLetIn(world, bot, chat);
  const replyTo = answered(chat, params);
  return {
    chat,
    replyTo,
    threadId: threadOf(chat, params.whole('message_thread_id')) ?? replyTo?.threadId ?? null,
    topic: topicOf(world, chat, params.whole('direct_messages_topic_id')),
  };
}

/** Throws what Telegram says to a bot that may not write there. */
function mustBeLetIn(world: World, bot: Bot, chat: Chat): void {
  if (chat.movedTo !== null) {
    const words = 'Bad Request: group chat was upgraded to a supergroup chat';
    throw new ApiError(400, words, { migrate_to_chat_id: chat.movedTo });
  }
  if (chat.connection !== null) mustBeOpen(world, chat);
  else if (chat.person === null) mustBeMember(bot, chat);
  else mustBeReachable(bot, chat, chat.person);
}

function mustBeReachable(bot: Bot, chat: Chat, person: Person): void {
  if (person.isDeactivated) throw forbidden('user is deactivated');
  const standing = chat.standings.get(bot.id);
  if (standing === undefined) throw forbidden("bot can't initiate conversation with a user");
  if (standing === 'kicked') throw forbidden('bot was blocked by the user');
}

function mustBeMember(bot: Bot, chat: Chat): void {
  const standing = chat.standings.get(bot.id) ?? 'left';
  if (standing === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (standing === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  if (chat.type === 'channel' && standing !== 'administrator') {
    throw bad('need administrator rights in the channel chat');
  }
}

function mustBeOpen(world: World, chat: Chat): void {
  const { connection } = chat;
  if (connection?.isEnabled !== true) throw bad('BUSINESS_CONNECTION_INVALID');
  if (!connection.mayReply) throw bad('BUSINESS_CONNECTION_NOT_ALLOWED');
  const theirs = [...chat.messages.values()].filter((message) => message.from.id === chat.person?.id);
  const last = Math.max(0, ...theirs.map((message) => message.date));
  if (world.seconds - last > businessWindowSeconds) throw bad('BUSINESS_PEER_USAGE_MISSING');
}

function inBusiness(world: World, connection: string, id: number | undefined): Chat {
  const person = id === undefined ? undefined : world.personById(id);
  if (person === undefined) throw bad('chat not found');
  return world.businessChat(world.connection(connection), person);
}

function byName(world: World, name: string): Chat {
  const chat = [...world.chats.values()].find((one) => one.username !== null && `@${one.username}` === name);
  if (chat === undefined) throw bad(name === '' ? 'chat_id is empty' : 'chat not found');
  return chat;
}

function answered(chat: Chat, params: Params): Message | null {
  const { message_id: id, allow_sending_without_reply: isOptional } = params.object('reply_parameters');
  if (id === undefined) return null;
  const message = chat.messages.get(Number(id));
  if (message !== undefined && !message.isDeleted) return message;
  if (isOptional === true) return null;
  throw bad('message to be replied not found');
}

/** Only forums know threads to send to; under a post of a channel one answers the post. */
function threadOf(chat: Chat, id: number | undefined): number | null {
  if (id === undefined) return null;
  if (!chat.isForum || !chat.messages.has(id)) throw bad('message thread not found');
  return id;
}

function topicOf(world: World, chat: Chat, id: number | undefined): Person | null {
  if (!chat.isDirect) return null;
  const person = id === undefined ? undefined : world.personById(id);
  if (person === undefined) throw bad('DIRECT_MESSAGES_TOPIC_REQUIRED');
  return person;
}
