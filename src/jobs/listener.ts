import { setTimeout as wait } from 'node:timers/promises';
import type { FetchAccount } from '../actions/account/fetch-account.js';
import type { HearAccount } from '../actions/account/hear-account.js';
import type { HeldAccount } from '../actions/account/hold-account.js';
import type { Log } from '../platform/log.js';

const unaskableSeconds = 60;
const failedSeconds = 10;
const streamAgainMs = 5000;

interface Parts {
  readonly fetch: FetchAccount;
  readonly hear: HearAccount;
  readonly log: Log;
}

/** Fetches and hears one account for as long as this process has the right to. */
export class Listener {
  private readonly ending = new AbortController();
  private rest = new AbortController();
  private readonly done: Promise<unknown>;

  constructor(
    readonly held: HeldAccount,
    private readonly parts: Parts,
  ) {
    this.done = Promise.all([this.fetching(), this.hearing()]);
  }

  /** Something is new: ask now. */
  wake(): void {
    this.rest.abort();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    this.rest.abort();
    await this.done;
  }

  private async fetching(): Promise<void> {
    while (!this.ending.signal.aborted) {
      this.rest = new AbortController();
      const seconds = await this.fetchOnce();
      if (seconds > 0) await this.sleep(seconds * 1000, AbortSignal.any([this.rest.signal, this.ending.signal]));
    }
  }

  private async fetchOnce(): Promise<number> {
    try {
      return (await this.parts.fetch.run(this.held.account, this.ending.signal)) ?? unaskableSeconds;
    } catch (error) {
      this.parts.log.warn({ error, account: this.held.account.id }, 'An account could not be fetched.');
      return failedSeconds;
    }
  }

  private async hearing(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      const by = {
        signal,
        wake: () => {
          this.wake();
        },
      };
      const hears = await this.parts.hear.run(this.held.account, by).catch((error: unknown) => {
        this.parts.log.warn({ error, account: this.held.account.id }, 'The stream of an account broke.');
        return true;
      });
      if (!hears) return;
      await this.sleep(streamAgainMs, signal);
    }
  }

  private async sleep(ms: number, signal: AbortSignal): Promise<void> {
    // To be woken is no error.
    await wait(ms, undefined, { signal, ref: false }).catch(() => null);
  }
}
