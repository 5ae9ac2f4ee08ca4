import type { Backend } from './backend.js';
import { refOf } from './customers.js';
import type { Chat, MessageRef, Standing } from './model.js';

export interface NewGroup {
  readonly title: string;
  readonly username?: string;
  readonly type?: 'group' | 'supergroup';
  readonly isForum?: boolean;
  /** The bots in it, by username. */
  readonly bots?: Readonly<Record<string, Standing>>;
}

export interface NewChannel {
  readonly title: string;
  readonly username?: string;
  /** A bot that is admin of the channel and of the group where its posts are discussed. */
  readonly bot: string;
}

/** Groups, channels and business accounts, and what their owners do. */
export class Groups {
  constructor(private readonly backend: Backend) {}

  add(group: NewGroup): number {
    const { world } = this.backend;
    const chat = world.addGroup({
      type: group.type ?? 'supergroup',
      title: group.title,
      username: group.username ?? null,
      isForum: group.isForum ?? false,
    });
    for (const [bot, standing] of Object.entries(group.bots ?? {})) this.setStanding(chat.id, bot, standing);
    return chat.id;
  }

  /** A topic of a forum; its number is what messages in it name. */
  openTopic(group: number, name: string): number {
    const { world, news } = this.backend;
    const chat = world.group(group);
    const id = chat.messages.size + 1;
    const service = { forum_topic_created: { name, icon_color: 7_322_096 } };
    news.message(world.write({ chat, id, threadId: id, from: world.person('somebody'), service }));
    return id;
  }

  /** A channel with its discussion group and its direct messages. */
  addChannel(channel: NewChannel): { readonly channel: number; readonly group: number; readonly direct: number } {
    const { world } = this.backend;
    const bot = world.bot(channel.bot);
    const standings = new Map<number, Standing>([[bot.id, 'administrator']]);
    const { title } = channel;
    const discussion = world.addGroup({ type: 'supergroup', title: `${title}, discussion`, standings });
    const direct = world.addGroup({ type: 'supergroup', title, isDirect: true, standings: new Map(standings) });
    const username = channel.username ?? null;
    const own = new Map(standings);
    const chat = world.addGroup({ type: 'channel', title, username, discussion, direct, standings: own });
    return { channel: chat.id, group: discussion.id, direct: direct.id };
  }

  channel(username: string): ReturnType<Groups['addChannel']> | null {
    const chats = [...this.backend.world.chats.values()];
    const chat = chats.find((one) => one.type === 'channel' && one.username === username);
    if (chat === undefined || chat.discussion === null || chat.direct === null) return null;
    return { channel: chat.id, group: chat.discussion.id, direct: chat.direct.id };
  }

  lastPost(channel: number): MessageRef | null {
    const { discussion } = this.backend.world.group(channel);
    const copies = [...(discussion?.messages.values() ?? [])].filter((message) => message.copyOf !== null);
    const last = copies.at(-1);
    return last === undefined ? null : refOf(last);
  }

  /** A post, and its copy in the discussion, which is what comments answer. */
  brandPosts(channel: number, text: string): { readonly post: MessageRef; readonly copy: MessageRef | null } {
    const { world, news } = this.backend;
    const chat = world.group(channel);
    const post = world.write({ chat, from: world.channelItself, text });
    news.message(post);
    const { discussion } = chat;
    if (discussion === null) return { post: refOf(post), copy: null };
    const id = discussion.messages.size + 1;
    const from = { from: world.telegram, senderChat: chat, copyOf: post };
    const copy = world.write({ chat: discussion, ...from, id, threadId: id, text });
    news.message(copy);
    return { post: refOf(post), copy: refOf(copy) };
  }

  /** An admin who hides behind the group, or behind the channel in its direct messages. */
  adminAnswers(ref: MessageRef, text: string): MessageRef {
    const { world, news } = this.backend;
    const chat = world.group(ref.chat);
    const replyTo = chat.messages.get(ref.message) ?? null;
    const inName = { from: world.groupAnonymous, senderChat: chat };
    const message = world.write({ chat, ...inName, replyTo, topic: replyTo?.topic ?? null, text });
    news.message(message);
    return refOf(message);
  }

  setStanding(group: number, botName: string, standing: Standing): void {
    const { world, news } = this.backend;
    const chat = world.group(group);
    const bot = world.bot(botName);
    chat.standings.set(bot.id, standing);
    news.standing(bot, chat, world.person('somebody'));
  }

  /** The group becomes a supergroup: another number, and messages are numbered anew. */
  migrates(group: number): number {
    const { world, news } = this.backend;
    const old = world.group(group);
    const chat = world.addGroup({ type: 'supergroup', title: old.title, standings: new Map(old.standings) });
    const from = world.person('somebody');
    news.message(world.write({ chat: old, from, service: { migrate_to_chat_id: chat.id } }));
    news.message(world.write({ chat, from, service: { migrate_from_chat_id: old.id } }));
    old.movedTo = chat.id;
    return chat.id;
  }

  connect(botName: string, owner: string, mayReply = true): string {
    const { world, news } = this.backend;
    const connection = world.connect(world.bot(botName), world.person(owner), mayReply);
    news.connection(connection);
    return connection.id;
  }

  changeConnection(id: string, change: { readonly isEnabled?: boolean; readonly mayReply?: boolean }): void {
    const connection = this.backend.world.connection(id);
    Object.assign(connection, change);
    this.backend.news.connection(connection);
  }

  /** The owner of a business account writes in their own Telegram. */
  ownerWrites(business: string, customer: string, text: string): MessageRef {
    const { world, news } = this.backend;
    const connection = world.connection(business);
    const chat: Chat = world.businessChat(connection, world.person(customer));
    const message = world.write({ chat, from: connection.owner, text });
    news.message(message);
    return refOf(message);
  }
}
