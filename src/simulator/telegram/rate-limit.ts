import { ApiError, type Chat } from './model.js';

export interface Rates {
  readonly perSecond: number;
  readonly perGroupMinute: number;
}

/** What Telegram's FAQ says: 30 messages a second in all, 20 a minute in one group. */
export const telegramRates: Rates = { perSecond: 30, perGroupMinute: 20 };

const secondMs = 1000;
const minuteMs = 60_000;

/** Counts what each bot publishes, and says when it may go on. */
export class RateLimit {
  rates: Rates = telegramRates;
  private readonly sent = new Map<string, number[]>();

  constructor(private readonly now: () => Date) {}

  /** Throws the 429 of the API. */
  take(bot: number, chat: Chat): void {
    this.count(String(bot), secondMs, this.rates.perSecond);
    if (chat.person === null) this.count(`${bot} ${chat.key}`, minuteMs, this.rates.perGroupMinute);
  }

  private count(key: string, windowMs: number, most: number): void {
    const now = this.now().getTime();
    const recent = (this.sent.get(key) ?? []).filter((at) => at > now - windowMs);
    const oldest = recent[0] ?? now;
    if (recent.length >= most) throw tooMany(Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)));
    this.sent.set(key, [...recent, now]);
  }
}

function tooMany(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
