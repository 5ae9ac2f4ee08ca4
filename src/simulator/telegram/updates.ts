import type { Chat } from './model.js';

export interface Update {
  readonly id: number;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Updates of one chat stay in order. */
  readonly lane: string;
  readonly at: number;
}

/** Not sent unless asked for by name. */
const onlyOnRequest = ['chat_member', 'message_reaction', 'message_reaction_count'];
const keptMs = 24 * 3_600_000;
const firstId = 700_000_000;

/** What waits for one bot, until it is confirmed. */
export class Updates {
  allowed: readonly string[] = [];
  private waiting: Update[] = [];
  private next = firstId;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly now: () => Date) {}

  memory() {
    const { allowed, waiting, next } = this;
    return { allowed, waiting, next };
  }

  recall({ allowed, waiting, next }: ReturnType<Updates['memory']>): void {
    this.allowed = allowed;
    this.waiting = waiting;
    this.next = next;
  }

  add(kind: string, payload: unknown, chat: Pick<Chat, 'key'> | null = null): void {
    if (!this.isAllowed(kind)) return;
    const body = { update_id: this.next, [kind]: payload };
    this.waiting.push({ id: this.next, kind, body, lane: chat?.key ?? '', at: this.now().getTime() });
    this.next += 1;
    for (const listener of [...this.listeners]) listener();
  }

  /** Everything before `offset` is forgotten for good, and so is what is older than a day. */
  after(offset: number): readonly Update[] {
    const oldest = this.now().getTime() - keptMs;
    this.waiting = this.waiting.filter((update) => update.at >= oldest && update.id >= offset);
    return [...this.waiting];
  }

  /** The newest `count`; all before them are forgotten. */
  newest(count: number): readonly Update[] {
    const first = this.waiting.at(-count)?.id ?? 0;
    return this.after(first);
  }

  confirm(update: Update): void {
    this.waiting = this.waiting.filter((one) => one !== update);
  }

  clear(): void {
    this.waiting = [];
  }

  get pending(): number {
    return this.waiting.length;
  }

  /** After a week of silence Telegram begins again anywhere, also below. */
  numberFrom(id: number): void {
    this.next = id;
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private isAllowed(kind: string): boolean {
    return this.allowed.length === 0 ? !onlyOnRequest.includes(kind) : this.allowed.includes(kind);
  }
}
