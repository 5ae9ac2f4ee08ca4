import { Injectable } from '@nestjs/common';
import { Loops } from '../platform/loops.js';
import { Database } from '../store/database.js';
import { livingSessions } from '../store/team/session.store.js';
import { LiveHub } from './live-hub.js';
import type { Screen } from './screen.js';

const everyMs = 5000;

/** Ends the screens of sessions that have ended, and gives the others the rights they have now. */
@Injectable()
export class SessionWatch {
  constructor(
    private readonly db: Database,
    private readonly loops: Loops,
    private readonly hub: LiveHub,
  ) {}

  start(): void {
    this.loops.start('live-sessions', {
      pauseMs: everyMs,
      step: async () => {
        await this.check([...this.hub.screens]);
        return { more: false };
      },
    });
  }

  /** Before they are told what somebody's change of team or session brought about. */
  checkWorkspaces(ids: ReadonlySet<number>): Promise<void> {
    return this.check([...this.hub.screens].filter(({ viewer }) => ids.has(viewer.workspaceId)));
  }

  private async check(screens: readonly Screen[]): Promise<void> {
    if (screens.length === 0) return;
    const ids = new Set(screens.map(({ viewer }) => viewer.sessionId));
    const living = await this.db.read((sql) => livingSessions(sql, [...ids]));
    for (const screen of screens) {
      const session = living.get(screen.viewer.sessionId);
      if (session) screen.hasRights(session);
      else end(screen);
    }
  }
}

function end(screen: Screen): void {
  screen.unfollow();
  screen.wire.bye('session-ended');
}
