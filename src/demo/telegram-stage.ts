import type { TelegramSimulator } from '../simulator/telegram/telegram-simulator.js';
import { startTelegramSimulator } from '../simulator/telegram/simulator.js';
import type { Customer } from './customers.js';
import type { Space } from './deck.js';
import type { AccountForm, Answer, Stage, Where } from './stage.js';

const username = 'northline_bot';

/** A bot for private messages, and a channel whose posts are discussed. */
export async function openTelegram({ port, memory }: Where): Promise<Stage> {
  const now = () => new Date();
  return new TelegramStage(await startTelegramSimulator({ now, port, ...(memory === undefined ? {} : { memory }) }));
}

class TelegramStage implements Stage {
  readonly name = 'Telegram';
  readonly url: string;
  readonly accounts: readonly AccountForm[];
  private readonly channel: { readonly channel: number; readonly group: number };
  private seen: number;

  constructor(private readonly server: TelegramSimulator) {
    this.url = server.url;
    const bot = server.bot(username) ?? server.addBot({ username, name: 'Northline', seesGroups: true });
    this.channel =
      server.channel('northline') ?? server.addChannel({ title: 'Northline', username: 'northline', bot: username });
    this.seen = server.published().length;
    const settings = { botToken: bot.token, receive: 'poll' };
    this.accounts = [{ network: 'telegram', apiBase: server.url, app: {}, settings, brand: 'Northline' }];
  }

  post(text: string): void {
    this.server.brandPosts(this.channel.channel, text);
  }

  write({ handle, name, language }: Customer, space: Space, text: string): void {
    const said = { handle, name, language, text };
    const post = this.server.lastPost(this.channel.channel);
    if (space === 'private' || post === null) this.server.customerWrites({ ...said, to: { bot: username } });
    else this.server.customerWrites({ ...said, to: { group: this.channel.group }, replyTo: post.message });
  }

  answers(): Answer[] {
    const fresh = this.server.published().slice(this.seen);
    this.seen += fresh.length;
    return fresh.flatMap(({ to: handle, chat, message: replyTo, text }): Answer[] => {
      if (handle === null) return [];
      const { group } = this.channel;
      const to = chat === group ? { group } : { bot: username };
      return [{ handle, text, writeBack: (words) => this.server.customerWrites({ handle, to, replyTo, text: words }) }];
    });
  }

  memory(): Buffer {
    return this.server.memory();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
