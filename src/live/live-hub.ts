import { Injectable } from '@nestjs/common';
import type { Gauge } from 'prom-client';
import { compareCursors, type Place } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Metrics } from '../platform/metrics.js';
import { Turnstile } from '../platform/turnstile.js';
import { Database } from '../store/database.js';
import { feedAfter, type FeedPage, type FeedRow } from '../store/feed/feed.store.js';
import { RecentFeed, type Part } from './recent-feed.js';
import type { Screen } from './screen.js';

const beatMs = 5000;
/** Events in one frame, at most. */
const partSize = 500;
const replaysAtOnce = 3;

/** The screens that are connected to this process, and what they are told. */
@Injectable()
export class LiveHub {
  readonly #screens = new Set<Screen>();
  #beatAt = 0;
  private readonly gauge: Gauge;
  private readonly turnstile = new Turnstile(replaysAtOnce);

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly recent: RecentFeed,
    metrics: Metrics,
  ) {
    this.gauge = metrics.gauge({ name: 'relais_live_screens', help: 'Consoles connected to this process.' });
  }

  get screens(): ReadonlySet<Screen> {
    return this.#screens;
  }

  add(screen: Screen): void {
    this.#screens.add(screen);
    this.gauge.set(this.#screens.size);
  }

  remove(screen: Screen): void {
    screen.unfollow();
    this.#screens.delete(screen);
    this.gauge.set(this.#screens.size);
  }

  /** Tells everybody what was read; `from` is where reading began. Answers the milliseconds that it took. */
  deliver(from: Place, page: Pick<FeedPage, 'rows' | 'to'>): number {
    this.recent.add(page.rows, page.to);
    const startedAt = this.clock.now();
    const at = startedAt.toISOString();
    const byWorkspace = Map.groupBy(page.rows, ({ workspaceId }) => workspaceId);
    for (const screen of this.#screens) {
      if (this.isReady(screen, from)) screen.hear(this.partFor(screen, byWorkspace, page.to), at);
    }
    return this.clock.now().getTime() - startedAt.getTime();
  }

  private partFor({ viewer }: Screen, rows: ReadonlyMap<number, readonly FeedRow[]>, to: Place): Part {
    return { rows: rows.get(viewer.workspaceId) ?? [], to };
  }

  /** Says to everybody, now and then, that the feed is read and up to where. */
  beatWhenDue(): void {
    const now = this.clock.now();
    const { end } = this.recent;
    if (end === null || now.getTime() - this.#beatAt < beatMs) return;
    this.#beatAt = now.getTime();
    for (const screen of this.#screens) {
      if (this.isReady(screen, end)) screen.beat(now.toISOString());
    }
  }

  /** Begins at a place without knowing what was before it. */
  startAt(place: Place): void {
    const restarted = this.recent.end !== null;
    this.recent.startAt(place);
    if (!restarted) return;
    for (const screen of this.#screens) screen.resync('unknown');
  }

  /** Sends a screen what it has missed, until it has all that this process has read. */
  async catchUp(screen: Screen): Promise<void> {
    const { following } = screen;
    if (!following || following.catchingUp) return;
    following.catchingUp = true;
    try {
      for (;;) {
        const { end } = this.recent;
        const { heard } = following;
        if (screen.following !== following || end === null || compareCursors(heard, end) >= 0) return;
        const part = await this.partAfter(heard, screen.viewer.workspaceId, end);
        await screen.wire.roomy();
        if (screen.following === following) screen.hear(part, this.now());
      }
    } finally {
      following.catchingUp = false;
    }
  }

  private async partAfter(place: Place, workspaceId: number, end: Place): Promise<Part> {
    const ask = { workspaceId, limit: partSize };
    const recent = this.recent.after(place, ask);
    if (recent) return recent;
    const page = await this.turnstile.pass(() => this.db.read((sql) => feedAfter(sql, place, ask)));
    // This was read later than `end` was reached: what is not there up to `end` does not exist.
    return { rows: page.rows, to: page.full || compareCursors(page.to, end) > 0 ? page.to : end };
  }

  /** A screen that lags behind is helped; until it has caught up, news is not for it. */
  private isReady(screen: Screen, from: Place): boolean {
    const { following } = screen;
    if (!following || following.catchingUp) return false;
    if (compareCursors(following.heard, from) >= 0) return true;
    // When this fails, the next page or beat finds it still behind.
    this.catchUp(screen).catch(() => null);
    return false;
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
