import type { Account, Bot, Chat, Connection, Message, Standing } from './model.js';
import type { Stations } from './stations.js';
import { chatJson, connectionJson, messageJson, reactionsJson, userJson } from './wire.js';
import type { World } from './world.js';

/** Which bot is told of what. A bot is never told of its own messages, but in a business chat. */
export class News {
  constructor(
    private readonly world: World,
    private readonly stations: Stations,
  ) {}

  message(message: Message, isEdit = false): void {
    const { chat } = message;
    const kind = `${isEdit ? 'edited_' : ''}${kindOf(chat)}`;
    for (const bot of this.botsIn(chat)) {
      if (message.from !== bot && sees(bot, message)) this.tell(bot, { kind, chat, payload: messageJson(message) });
    }
  }

  /** Deletions are told in business chats only. */
  deleted({ chat, id }: Message): void {
    if (chat.connection === null) return;
    const payload = { business_connection_id: chat.connection.id, chat: chatJson(chat), message_ids: [id] };
    this.tell(chat.connection.bot, { kind: 'deleted_business_messages', chat, payload });
  }

  /** Told to admins and in private chats; channels tell numbers only. */
  reaction(message: Message, by: Account, before: string | null): void {
    const { chat, id, reactions } = message;
    const about = { chat: chatJson(chat), message_id: id, date: this.world.seconds };
    for (const bot of this.botsIn(chat)) {
      if (chat.person === null && chat.standings.get(bot.id) !== 'administrator') continue;
      if (chat.type === 'channel') {
        const counts = [...reactions.values()].map((emoji) => ({ type: { type: 'emoji', emoji }, total_count: 1 }));
        this.tell(bot, { kind: 'message_reaction_count', chat, payload: { ...about, reactions: counts } });
        continue;
      }
      const now = reactionsJson(reactions.get(by.id) ?? null);
      const payload = { ...about, user: userJson(by), old_reaction: reactionsJson(before), new_reaction: now };
      this.tell(bot, { kind: 'message_reaction', chat, payload });
    }
  }

  standing(bot: Bot, chat: Chat, by: Account): void {
    const status: Standing = chat.standings.get(bot.id) ?? 'left';
    const user = userJson(bot);
    const payload = {
      chat: chatJson(chat),
      from: userJson(by),
      date: this.world.seconds,
      old_chat_member: { user, status: status === 'member' ? 'left' : 'member' },
      new_chat_member: { user, status, ...(status === 'kicked' ? { until_date: 0 } : {}) },
    };
    this.tell(bot, { kind: 'my_chat_member', chat, payload });
  }

  connection(connection: Connection): void {
    const payload = connectionJson(connection);
    this.tell(connection.bot, { kind: 'business_connection', chat: null, payload });
  }

  private botsIn(chat: Chat): Bot[] {
    if (chat.connection !== null) return chat.connection.isEnabled ? [chat.connection.bot] : [];
    return [...this.world.bots.values()].filter((bot) => {
      const standing = chat.standings.get(bot.id);
      return standing === 'member' || standing === 'administrator';
    });
  }

  private tell(bot: Bot, news: { readonly kind: string; readonly chat: Chat | null; readonly payload: unknown }): void {
    this.stations.of(bot).updates.add(news.kind, news.payload, news.chat);
  }
}

function kindOf(chat: Chat): string {
  if (chat.connection !== null) return 'business_message';
  return chat.type === 'channel' ? 'channel_post' : 'message';
}

/** Privacy mode: in a group, a bot that is no admin sees what is meant for it, and service messages. */
function sees(bot: Bot, message: Message): boolean {
  const { chat, text } = message;
  if (chat.person !== null || chat.type === 'channel' || bot.seesGroups) return true;
  if (chat.standings.get(bot.id) === 'administrator' || Object.keys(message.service).length > 0) return true;
  return text.startsWith('/') || text.includes(`@${bot.username}`) || message.replyTo?.from === bot;
}
