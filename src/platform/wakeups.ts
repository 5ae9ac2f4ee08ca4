import { Client, type Notification } from 'pg';
import { backoffMs } from './backoff.js';
import type { Log } from './log.js';
import type { PgOptions } from './postgres/pg-options.js';

interface Parts {
  /** When not, nobody is ever woken, here or elsewhere, and everything works by polling. */
  readonly enabled: boolean;
  readonly log: Log;
}

const channel = 'relais';
/** The server takes a lock over the whole cluster for each notification, so they are sent together. */
const togetherMs = 20;
const retry = { firstMs: 100, mostMs: 5000 };
/** A payload may have 8000 bytes; far below it, telling everybody is simpler than telling more. */
const mostTopics = 50;
const everything = '*';

/**
 * Says within this process and to the others that there is something to look for. Only ever makes things faster:
 * a wake-up may be lost, and whoever waits for one looks by themselves now and then.
 */
export class Wakeups {
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly toTell = new Set<string>();
  private client: Client | null = null;
  private timers: { tell: NodeJS.Timeout | null; retry: NodeJS.Timeout | null } = { tell: null, retry: null };
  private failures = 0;
  private stopping = false;

  constructor(
    private readonly options: PgOptions,
    private readonly parts: Parts,
  ) {}

  /** One try is waited for; when the database is away, it goes on trying behind. */
  async start(): Promise<void> {
    if (this.parts.enabled) await this.connect();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timers.retry) clearTimeout(this.timers.retry);
    if (this.timers.tell) clearTimeout(this.timers.tell);
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  /** After the transaction that gives the reason, never inside it. */
  wake(topic: string): void {
    if (!this.parts.enabled || this.stopping) return;
    queueMicrotask(() => {
      this.hear(topic);
    });
    this.toTell.add(topic);
    this.tellSoon();
  }

  /** Gives the way to stop listening. */
  on(topic: string, listener: () => void): () => void {
    const known = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, known.add(listener));
    return () => {
      known.delete(listener);
    };
  }

  private hear(topic: string): void {
    const heard = topic === everything ? [...this.listeners.values()] : [this.listeners.get(topic) ?? []];
    for (const listener of heard.flatMap((listeners) => [...listeners])) {
      try {
        listener();
      } catch (error) {
        this.parts.log.error({ error, topic }, 'Somebody who was woken failed.');
      }
    }
  }

  private tellSoon(): void {
    this.timers.tell ??= setTimeout(() => {
      void this.tell().finally(() => {
        this.timers.tell = null;
        if (this.toTell.size > 0 && this.client !== null) this.tellSoon();
      });
    }, togetherMs);
  }

  private async tell(): Promise<void> {
    // Without a connection they wait: after the next one everybody is told everything anyway.
    if (this.client === null || this.toTell.size === 0) return;
    const topics = this.toTell.size > mostTopics ? [everything] : [...this.toTell];
    this.toTell.clear();
    try {
      await this.client.query('select pg_notify($1, $2)', [channel, topics.join(' ')]);
    } catch (error) {
      this.parts.log.debug({ error }, 'Other processes could not be woken.');
    }
  }

  private async connect(): Promise<void> {
    const client = new Client({ ...this.options, ...{ application_name: 'relais-wakeups' }, ...patience });
    // Both are told of one loss at times; whoever comes first counts.
    const lost = (error?: unknown) => {
      this.lost(client, error);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', (notification) => {
      this.heardFrom(client, notification);
    });
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      lost(error);
      return;
    }
    this.connected();
  }

  private connected(): void {
    if (this.failures > 0) this.parts.log.info({}, 'Wake-ups between processes work again.');
    this.failures = 0;
    // What was told while nobody listened here is lost, so everybody looks once.
    this.hear(everything);
    this.toTell.clear();
    this.toTell.add(everything);
    this.tellSoon();
  }

  private heardFrom(client: Client, { processId, payload = everything }: Notification): void {
    if (processId === ownProcess(client)) return;
    for (const topic of payload.split(' ')) this.hear(topic);
  }

  private lost(client: Client, error: unknown): void {
    if (client !== this.client) return;
    this.client = null;
    void client.end().catch((ended: unknown) => {
      this.parts.log.debug({ error: ended }, 'A lost connection could not be closed.');
    });
    if (this.stopping) return;
    this.failures += 1;
    if (this.failures === 1) this.parts.log.warn({ error }, 'Wake-ups between processes stopped; trying again.');
    this.timers.retry = setTimeout(() => void this.connect(), backoffMs(this.failures, retry));
  }
}

const patience = { connectionTimeoutMillis: 5000, query_timeout: 5000, keepAlive: true };

/** The server's number for this connection, by which its own notifications are known. */
function ownProcess(client: Client): unknown {
  return 'processID' in client ? client.processID : null;
}
