import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import type { App } from './model.js';
import type { Change } from './world.js';

const answerMs = 20_000;
const mostInOneCall = 1000;

export interface HookCall {
  readonly body: string;
  readonly signature: string;
  /** Of the last try; null while there was none, 0 without an answer. */
  readonly status: number | null;
  readonly tries: number;
}

interface Waiting {
  readonly body: string;
  readonly signature: string;
  status: number | null;
  tries: number;
}

type Entry = Readonly<Record<string, unknown>>;

/** A Page or an account, with the fields that the app gets of it. */
interface Told {
  readonly id: string;
  readonly subscribed: readonly string[] | null;
}

/**
 * Calls the app's webhook. What happens in one turn goes in one call, each call by itself and in no order; a call that is
 * not answered with 200 is made again, at longer and longer distances, and dropped in the end.
 */
export class Hooks {
  /** Of the next events, so many are never told. */
  toDrop = 0;
  private readonly made: Waiting[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly ending = new AbortController();
  private entries: Entry[] = [];

  constructor(
    private readonly state: { readonly app: Readonly<App> },
    private readonly now: () => Date,
    /** Pauses before each new try. */
    private readonly retryMs: readonly number[],
    readonly object = 'page',
  ) {}

  change(page: Told, { field, value }: Change): void {
    if (!this.isTold(page, field)) return;
    this.add({ id: page.id, time: Math.floor(this.now().getTime() / 1000), changes: [{ value, field }] });
  }

  messaging(page: Told, field: string, event: Readonly<Record<string, unknown>>): void {
    if (!this.isTold(page, field)) return;
    this.add({ id: page.id, time: this.now().getTime(), messaging: [event] });
  }

  /** Any body at all, signed. */
  post(body: string): void {
    const waiting = { body, signature: signatureOf(body, this.state.app.secret), status: null, tries: 0 };
    this.made.push(waiting);
    this.start(waiting);
  }

  /** Everything that was ever sent, once more. */
  replay(): void {
    for (const { body } of [...this.made]) this.post(body);
  }

  calls(): HookCall[] {
    return this.made.map((call) => ({ ...call }));
  }

  /** Resolves when every call has been taken or dropped. */
  async settled(): Promise<void> {
    await Promise.resolve();
    this.flush();
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  /** Asks the address whether it is ours. */
  async confirm(url: string): Promise<boolean> {
    const { verifyToken } = this.state.app;
    const challenge = '1158201444';
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.challenge': challenge,
      'hub.verify_token': verifyToken,
    });
    try {
      const answer = await fetch(`${url}?${query}`, { signal: this.ending.signal });
      return answer.status === 200 && (await answer.text()) === challenge;
    } catch {
      // Nobody is there, or the simulator ends: either way the address has not answered.
      return false;
    }
  }

  stop(): void {
    this.ending.abort();
  }

  private isTold(page: Told, field: string): boolean {
    if (this.state.app.callback === null || page.subscribed?.includes(field) !== true) return false;
    if (this.toDrop === 0) return true;
    this.toDrop -= 1;
    return false;
  }

  private add(entry: Entry): void {
    this.entries.push(entry);
    if (this.entries.length === 1) setImmediate(() => this.flush());
  }

  private flush(): void {
    while (this.entries.length > 0) {
      const entry = this.entries.slice(0, mostInOneCall);
      this.entries = this.entries.slice(mostInOneCall);
      this.post(asMetaWrites({ object: this.object, entry }));
    }
  }

  private start(waiting: Waiting): void {
    const work = this.deliver(waiting).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  private async deliver(waiting: Waiting): Promise<void> {
    const { signal } = this.ending;
    for (const delay of [0, ...this.retryMs]) {
      if (delay > 0) await pause(delay, undefined, { signal, ref: false }).catch(() => undefined);
      const { callback } = this.state.app;
      if (signal.aborted || callback === null) return;
      waiting.tries += 1;
      waiting.status = await call(callback, waiting, signal);
      if (waiting.status >= 200 && waiting.status < 300) return;
    }
  }
}

/** Everything beyond ASCII is escaped, and so is every slash: the signature is over these very bytes. */
function asMetaWrites(body: unknown): string {
  return JSON.stringify(body)
    .replaceAll('/', '\\/')
    .split('')
    .map((unit) => (unit > '\u007f' ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : unit))
    .join('');
}

function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function call(url: string, { body, signature }: Waiting, signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(url, {
      method: 'POST',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': signature,
      },
    });
    asked.on('error', () => {
      resolve(0);
    });
    asked.on('response', (answer) => {
      answer.resume();
      answer.on('error', () => {
        resolve(0);
      });
      answer.on('end', () => {
        resolve(answer.statusCode ?? 0);
      });
    });
    asked.end(body);
  });
}
