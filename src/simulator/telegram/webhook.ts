import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import type { Update, Updates } from './updates.js';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
}

interface Outcome {
  readonly status: number;
  readonly retryAfter: number | null;
}

const slowestRetryMs = 60_000;
const answerMs = 60_000;

/** Calls one bot's webhook: one update at a time for each chat, again and again until it is taken. */
export class Webhook {
  settings: WebhookSettings | null = null;
  lastError: { readonly at: number; readonly words: string } | null = null;
  private readonly lanes = new Map<string, Promise<void>>();
  private ending = new AbortController();

  constructor(
    private readonly updates: Updates,
    private readonly now: () => Date,
    private readonly retryMs: number,
  ) {
    updates.listen(() => {
      this.pump();
    });
  }

  set(settings: WebhookSettings | null): void {
    this.ending.abort();
    this.ending = new AbortController();
    this.lanes.clear();
    this.settings = settings;
    this.lastError = null;
    this.pump();
  }

  /** Resolves when nothing is under way: all was taken, or there is no webhook. */
  async settled(): Promise<void> {
    while (this.lanes.size > 0) await Promise.all(this.lanes.values());
  }

  stop(): void {
    this.settings = null;
    this.ending.abort();
  }

  private pump(): void {
    const { settings } = this;
    if (settings === null) return;
    for (const { lane } of this.updates.after(0)) {
      if (this.lanes.has(lane) || this.lanes.size >= settings.maxConnections) continue;
      const { signal } = this.ending;
      const work = this.empty(lane, settings, signal).finally(() => {
        if (this.lanes.get(lane) === work) this.lanes.delete(lane);
        if (!signal.aborted) this.pump();
      });
      this.lanes.set(lane, work);
    }
  }

  private async empty(lane: string, settings: WebhookSettings, signal: AbortSignal): Promise<void> {
    let delay = this.retryMs;
    for (;;) {
      const update = this.updates.after(0).find((one) => one.lane === lane);
      if (update === undefined || signal.aborted) return;
      const outcome = await this.call(update, settings, signal);
      if (signal.aborted) return;
      if (outcome.status >= 200 && outcome.status < 300) {
        this.updates.confirm(update);
        delay = this.retryMs;
        continue;
      }
      const waitMs = outcome.retryAfter === null ? delay : outcome.retryAfter * 1000;
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
      delay = Math.min(delay * 2, slowestRetryMs);
    }
  }

  private async call(update: Update, settings: WebhookSettings, signal: AbortSignal): Promise<Outcome> {
    try {
      const outcome = await post(settings, JSON.stringify(update.body), signal);
      if (outcome.status >= 300) this.fail(`Wrong response from the webhook: ${outcome.status}`);
      return outcome;
    } catch (error) {
      this.fail(error instanceof Error && error.message.includes('reset') ? 'Connection reset' : 'Connection refused');
      return { status: 0, retryAfter: null };
    }
  }

  private fail(words: string): void {
    this.lastError = { at: Math.floor(this.now().getTime() / 1000), words };
  }
}

function post({ url, secret }: WebhookSettings, body: string, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: 'POST',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      },
    });
    call.on('error', reject);
    call.on('response', (answer) => {
      const seconds = Number(answer.headers['retry-after'] ?? Number.NaN);
      answer.resume();
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, retryAfter: Number.isNaN(seconds) ? null : seconds });
      });
    });
    call.end(body);
  });
}
