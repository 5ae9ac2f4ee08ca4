import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Place } from '../contract/index.js';
import { Loops } from '../platform/loops.js';
import { Wakeups } from '../platform/wakeups.js';
import { Database } from '../store/database.js';
import { feedAfter, feedEnd, type FeedPage } from '../store/feed/feed.store.js';
import { LiveHub } from './live-hub.js';
import { SessionWatch } from './session-watch.js';

const pageSize = 1000;
const pollMs = 300;
/**
 * In a busy hour events are told together: a frame for each would cost every screen more than it can show, and this process
 * more than it has. Telling takes at most a third of its time, so few screens hear at once and many a little later.
 */
const together = { leastMs: 4, mostMs: 40, times: 2 };

/** Reads the feed of all workspaces for the screens of this process. Every process reads it for itself. */
@Injectable()
export class FeedReader {
  #place: Place | null = null;
  #behindSeconds = 0;

  constructor(
    private readonly db: Database,
    private readonly loops: Loops,
    private readonly wakeups: Wakeups,
    private readonly hub: LiveHub,
    private readonly sessions: SessionWatch,
  ) {}

  start(): void {
    const loop = this.loops.start('feed', {
      pauseMs: pollMs,
      step: () => this.step(),
      behindSeconds: () => this.#behindSeconds,
    });
    this.wakeups.on('feed', () => {
      loop.wake();
    });
  }

  private async step(): Promise<{ more: boolean }> {
    const from = this.#place ?? (await this.begin());
    const page = await this.db.read((sql) => feedAfter(sql, from, { workspaceId: null, limit: pageSize }));
    if (page.unknown) {
      // Another database stands behind the same address: restored from a copy, most likely.
      await this.begin();
      return { more: true };
    }
    await this.tell(from, page);
    this.hub.beatWhenDue();
    return { more: page.full };
  }

  private async begin(): Promise<Place> {
    const place = await this.db.read(feedEnd);
    this.hub.startAt(place);
    this.#place = place;
    return place;
  }

  private async tell(from: Place, page: FeedPage): Promise<void> {
    this.#behindSeconds = page.behindSeconds;
    if (page.rows.length === 0) return;
    const teams = page.rows.filter(({ event }) => event.type === 'team.changed');
    if (teams.length > 0) await this.sessions.checkWorkspaces(new Set(teams.map(({ workspaceId }) => workspaceId)));
    const tookMs = this.hub.deliver(from, page);
    this.#place = page.to;
    const restMs = Math.min(Math.max(tookMs * together.times, together.leastMs), together.mostMs);
    if (!page.full) await pause(restMs);
  }
}
