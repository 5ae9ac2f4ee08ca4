import { createHmac } from 'node:crypto';

import { newToken } from '../../platform/ids.js';
import type { World } from './world.js';

export interface Hook {
  readonly id: string;
  readonly url: string;
  valid: boolean;
}

export interface Subscription {
  readonly subscription_id: string;
  readonly event_type: string;
  readonly filter: { readonly user_id: string };
}

/** The webhooks of the app: checked by challenge, and called with a signature. */
export class Hooks {
  readonly hooks: Hook[] = [];
  readonly subscriptions: Subscription[] = [];
  private pending: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly world: World,
    private readonly secret: string,
  ) {}

  /** True when the address has answered the challenge. */
  async check(url: string): Promise<boolean> {
    const token = newToken(24);
    const answer = await fetch(`${url}?crc_token=${encodeURIComponent(token)}&nonce=1`).catch(() => null);
    const told: unknown = answer?.ok ? await answer.json() : null;
    return typeof told === 'object' && told !== null && 'response_token' in told
      ? told.response_token === this.sign(token)
      : false;
  }

  tell(userId: string, type: string, what: { readonly payload: unknown; readonly includes?: unknown }): void {
    const isWanted = this.subscriptions.some((one) => one.event_type === type && one.filter.user_id === userId);
    if (!isWanted) return;
    const { payload, includes = {} } = what;
    const data = {
      event_uuid: this.world.nextId(),
      event_type: type,
      filter: { user_id: userId },
      tag: 'relais',
      payload,
      includes,
    };
    const body = JSON.stringify({ data });
    for (const hook of this.hooks.filter(({ valid }) => valid)) {
      this.pending = this.pending.then(() => this.call(hook, body));
    }
  }

  /** Resolves when everything has been told. */
  async settled(): Promise<void> {
    await this.pending;
  }

  private async call(hook: Hook, body: string): Promise<void> {
    const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': this.sign(body) };
    await fetch(hook.url, { method: 'POST', headers, body }).catch(() => null);
  }

  private sign(text: string): string {
    return `sha256=${createHmac('sha256', this.secret).update(text).digest('base64')}`;
  }
}
