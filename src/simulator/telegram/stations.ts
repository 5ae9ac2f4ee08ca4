import { LongPoll } from './long-poll.js';
import type { Bot } from './model.js';
import { Updates } from './updates.js';
import { Webhook } from './webhook.js';

export interface Station {
  readonly updates: Updates;
  readonly poll: LongPoll;
  readonly webhook: Webhook;
}

export interface Pace {
  /** The longest wait of a long poll, whatever is asked. */
  readonly longPollMs: number;
  /** The pause before a webhook is called again; doubles up to a minute. */
  readonly webhookRetryMs: number;
}

/** How each bot gets its updates. */
export class Stations {
  private readonly known = new Map<number, Station>();

  constructor(
    private readonly now: () => Date,
    private readonly pace: Pace,
  ) {}

  of(bot: Bot): Station {
    const known = this.known.get(bot.id);
    if (known !== undefined) return known;
    const updates = new Updates(this.now);
    const station = {
      updates,
      poll: new LongPoll(updates, this.pace.longPollMs),
      webhook: new Webhook(updates, this.now, this.pace.webhookRetryMs),
    };
    this.known.set(bot.id, station);
    return station;
  }

  stop(): void {
    for (const { poll, webhook } of this.known.values()) {
      poll.stop();
      webhook.stop();
    }
  }
}
