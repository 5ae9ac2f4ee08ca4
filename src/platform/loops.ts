import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Counter, Gauge } from 'prom-client';
import { backoffMs } from './backoff.js';
import type { Clock } from './clock.js';
import { errorCode } from './error-code.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';

export interface LoopWork {
  /** How long to rest when there is nothing more to do and nobody wakes the loop. */
  readonly pauseMs: number;
  /** One portion of the work; `more` when another waits already. It may fail: the loop goes on. */
  step(): Promise<{ more: boolean }>;
  /** How old the oldest work is that it has not done; not told when it cannot know. */
  behindSeconds?(): number;
}

export interface LoopState {
  readonly name: string;
  /** How long it rests between two steps when all is well. */
  readonly pauseMs: number;
  /** The end of the last step that did not fail; the start of the loop before that. */
  readonly lastProgressAt: Date;
  readonly lastError: string | null;
  readonly failingSince: Date | null;
  readonly behindSeconds: number | null;
  /** How many have ended well. */
  readonly steps: number;
}

const retry = { firstMs: 100, mostMs: 10_000 };

/** What goes on in the background of this process. A loop outlives every error: restarts of the database are one. */
export class Loops {
  private readonly running: Loop[] = [];
  private readonly gauges: Gauges;

  constructor(
    private readonly log: Log,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.gauges = {
      progress: metrics.gauge({
        name: 'relais_loop_last_progress_seconds',
        help: 'When each background loop last ended a step well, in seconds since 1970.',
        labels: ['loop'],
      }),
      behind: metrics.gauge({
        name: 'relais_loop_behind_seconds',
        help: 'How old the oldest work is that a background loop has not done.',
        labels: ['loop'],
      }),
      errors: metrics.counter({
        name: 'relais_loop_errors_total',
        help: 'Steps of background loops that failed.',
        labels: ['loop'],
      }),
    };
  }

  start(name: string, work: LoopWork): { wake(): void } {
    const loop = new Loop(name, work, { log: this.log, clock: this.clock, gauges: this.gauges });
    this.running.push(loop);
    return loop;
  }

  states(): LoopState[] {
    return this.running.map((loop) => loop.state());
  }

  /** Waits for the steps that are running; none begins after this. */
  async stop(): Promise<void> {
    await Promise.all(this.running.map((loop) => loop.stop()));
  }
}

interface Gauges {
  readonly progress: Gauge<'loop'>;
  readonly behind: Gauge<'loop'>;
  readonly errors: Counter<'loop'>;
}

class Loop {
  private woken = false;
  private stopping = false;
  private rest: { readonly interruptible: boolean; end(): void } | null = null;
  private steps = 0;
  private lastProgressAt: Date;
  private trouble: { kind: string; error: string; since: Date; failures: number } | null = null;
  private readonly ended: Promise<void>;

  constructor(
    readonly name: string,
    private readonly work: LoopWork,
    private readonly parts: { log: Log; clock: Clock; gauges: Gauges },
  ) {
    this.lastProgressAt = parts.clock.now();
    this.ended = this.run();
  }

  wake(): void {
    this.woken = true;
    if (this.rest?.interruptible === true) this.rest.end();
  }

  state(): LoopState {
    return {
      name: this.name,
      pauseMs: this.work.pauseMs,
      lastProgressAt: this.lastProgressAt,
      lastError: this.trouble?.error ?? null,
      failingSince: this.trouble?.since ?? null,
      behindSeconds: this.work.behindSeconds?.() ?? null,
      steps: this.steps,
    };
  }

  stop(): Promise<void> {
    this.stopping = true;
    this.rest?.end();
    return this.ended;
  }

  private async run(): Promise<void> {
    // Whoever starts a loop goes on first; and between two portions the rest of the process has its turn.
    await nextTurn();
    while (!this.stopping) {
      this.woken = false;
      await this.restFor(await this.step());
      await nextTurn();
    }
  }

  /** Milliseconds to rest after it. */
  private async step(): Promise<number> {
    try {
      const { more } = await this.work.step();
      this.went();
      return more ? 0 : this.work.pauseMs;
    } catch (error) {
      return backoffMs(this.failed(error), retry);
    }
  }

  private went(): void {
    this.steps += 1;
    this.lastProgressAt = this.parts.clock.now();
    this.parts.gauges.progress.set({ loop: this.name }, this.lastProgressAt.getTime() / 1000);
    const behind = this.work.behindSeconds?.();
    if (behind !== undefined) this.parts.gauges.behind.set({ loop: this.name }, behind);
    if (this.trouble === null) return;
    this.parts.log.info({ loop: this.name, failures: this.trouble.failures }, 'A background loop works again.');
    this.trouble = null;
  }

  /** How often it has failed in a row. Logged once for each kind: a database that is away would fill the disk. */
  private failed(error: unknown): number {
    this.parts.gauges.errors.inc({ loop: this.name });
    const kind = kindOf(error);
    if (this.trouble?.kind !== kind) {
      this.parts.log.error({ loop: this.name, error }, 'A step of a background loop failed; it goes on trying.');
    }
    const since = this.trouble?.since ?? this.parts.clock.now();
    const failures = (this.trouble?.failures ?? 0) + 1;
    this.trouble = { kind, error: sentenceOf(error), since, failures };
    return failures;
  }

  private restFor(ms: number): Promise<void> {
    // Whoever is in trouble rests in any case: wake-ups must not turn a lost database into a storm.
    const interruptible = this.trouble === null;
    if (ms === 0 || this.stopping || (interruptible && this.woken)) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.rest = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.rest = { interruptible, end };
    });
  }
}

function sentenceOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

function kindOf(error: unknown): string {
  return errorCode(error) ?? sentenceOf(error);
}
