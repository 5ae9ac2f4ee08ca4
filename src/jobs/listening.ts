import { Injectable } from '@nestjs/common';
import { FetchAccount } from '../actions/account/fetch-account.js';
import { HearAccount } from '../actions/account/hear-account.js';
import { HoldAccount } from '../actions/account/hold-account.js';
import { Log } from '../platform/log.js';
import { Listener } from './listener.js';

/** Which accounts this process listens to, looked at every few seconds. */
@Injectable()
export class Listening {
  private readonly listeners = new Map<string, Listener>();
  private stopping = false;

  constructor(
    private readonly hold: HoldAccount,
    private readonly fetch: FetchAccount,
    private readonly hear: HearAccount,
    private readonly log: Log,
  ) {}

  async step(): Promise<{ more: boolean }> {
    for (const listener of [...this.listeners.values()]) {
      if (!(await this.hold.keep(listener.held))) await this.end(listener);
    }
    for (const account of await this.hold.wanted()) {
      const listener = this.listeners.get(account.id);
      // New credentials, or another place to read from: whoever holds a stream under the old ones begins again.
      if (listener && listener.held.account.version !== account.version) await this.end(listener);
      if (this.stopping || this.listeners.has(account.id)) continue;
      const held = await this.hold.take(account);
      if (held)
        this.listeners.set(account.id, new Listener(held, { fetch: this.fetch, hear: this.hear, log: this.log }));
    }
    return { more: false };
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.listeners.values()].map((listener) => this.end(listener)));
  }

  private async end(listener: Listener): Promise<void> {
    this.listeners.delete(listener.held.account.id);
    await listener.stop();
    await this.hold.letGo(listener.held);
  }
}
