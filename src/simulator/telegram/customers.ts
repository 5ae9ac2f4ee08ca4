import type { Backend } from './backend.js';
import type { Account, Chat, FileKind, Message, MessageRef, Person } from './model.js';
import type { Draft } from './world.js';

/** Where a customer writes. */
export type Where =
  | { readonly bot: string }
  | { readonly group: number; readonly topic?: number }
  | { readonly channel: number }
  | { readonly business: string };

export interface CustomerFile {
  readonly kind: FileKind;
  readonly name?: string;
  readonly mime?: string;
  readonly bytes?: Buffer;
  /** What is told of its size, where the bytes do not matter. */
  readonly size?: number;
}

export interface CustomerMessage {
  /** The person's username; made when not known yet. */
  readonly handle: string;
  readonly name?: string;
  readonly language?: string;
  readonly to: Where;
  readonly text?: string;
  /** Several are one album. */
  readonly files?: readonly CustomerFile[];
  /** The message it answers, in the same chat: a comment answers the copy of the post. */
  readonly replyTo?: number;
}

/** What people do in their own Telegram. */
export class Customers {
  constructor(private readonly backend: Backend) {}

  writes(what: CustomerMessage): MessageRef {
    const { world, news } = this.backend;
    const draft = this.draftOf(what);
    const [first, ...others] = (what.files ?? []).map((file) => this.stored(file));
    const album = others.length === 0 ? null : `${13_800_000_000_000_000 + draft.chat.messages.size}`;
    const message = world.write({ ...draft, album, text: what.text ?? '', file: first ?? null });
    const rest = others.map((file) => world.write({ ...draft, album, file }));
    for (const one of [message, ...rest]) news.message(one);
    return refOf(message);
  }

  /** Presses "Start", with the payload of the link that led there. */
  starts(handle: string, bot: string, payload = ''): MessageRef {
    return this.writes({ handle, to: { bot }, text: `/start ${payload}`.trim() });
  }

  edits(ref: MessageRef, text: string): void {
    const message = this.find(ref);
    message.text = text;
    message.editDate = this.backend.world.seconds;
    this.backend.news.message(message, true);
  }

  deletes(ref: MessageRef): void {
    const message = this.find(ref);
    message.isDeleted = true;
    this.backend.news.deleted(message);
  }

  reacts(handle: string, ref: MessageRef, emoji: string | null): void {
    const person = this.backend.world.person(handle);
    const message = this.find(ref, person);
    const before = message.reactions.get(person.id) ?? null;
    if (emoji === null) message.reactions.delete(person.id);
    else message.reactions.set(person.id, emoji);
    this.backend.news.reaction(message, person, before);
  }

  blocks(handle: string, botName: string, isBlocked = true): void {
    const { world, news } = this.backend;
    const [bot, person] = [world.bot(botName), world.person(handle)];
    const chat = world.privateChat(bot, person);
    chat.standings.set(bot.id, isBlocked ? 'kicked' : 'member');
    news.standing(bot, chat, person);
  }

  leavesTelegram(handle: string): void {
    this.backend.world.person(handle).isDeactivated = true;
  }

  find(ref: MessageRef, by?: Account): Message {
    const { world } = this.backend;
    const chats = [...world.chats.values()].filter((chat) => chat.id === ref.chat && isOf(chat, ref.business));
    const message = chats.flatMap((chat) => chat.messages.get(ref.message) ?? [])[0];
    if (message === undefined)
      throw new Error(`the simulator has no message ${ref.message} for ${by?.username ?? 'that'}`);
    return message;
  }

  private draftOf(what: CustomerMessage): Draft {
    const from = this.backend.world.person(what.handle, what);
    const chat = this.chatFor(from, what.to);
    const replyTo = what.replyTo === undefined ? null : known(chat, what.replyTo);
    const topicId = 'topic' in what.to ? what.to.topic : undefined;
    const threadId = topicId ?? replyTo?.threadId ?? null;
    return { chat, from, replyTo, threadId, topic: chat.isDirect ? from : null };
  }

  private stored({ kind, ...file }: CustomerFile) {
    const told = { name: `${kind}.bin`, mime: 'application/octet-stream', bytes: Buffer.from(kind), ...file };
    return this.backend.files.add(kind, told);
  }

  private chatFor(person: Person, to: Where): Chat {
    const { world } = this.backend;
    if ('group' in to) return world.group(to.group);
    if ('channel' in to) return directOf(world.group(to.channel));
    if ('business' in to) return world.businessChat(world.connection(to.business), person);
    const bot = world.bot(to.bot);
    const chat = world.privateChat(bot, person);
    chat.standings.set(bot.id, 'member');
    return chat;
  }
}

export function refOf({ chat, id }: Message): MessageRef {
  return { chat: chat.id, message: id, ...(chat.connection === null ? {} : { business: chat.connection.id }) };
}

function isOf(chat: Chat, business: string | undefined): boolean {
  return chat.connection?.id === business;
}

function known(chat: Chat, id: number): Message {
  const message = chat.messages.get(id);
  if (message === undefined) throw new Error(`the simulator has no message ${id} in ${chat.title}`);
  return message;
}

function directOf(channel: Chat): Chat {
  if (channel.direct === null) throw new Error(`the channel ${channel.title} takes no direct messages`);
  return channel.direct;
}
