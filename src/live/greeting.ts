import { Injectable } from '@nestjs/common';
import { readCursor, type Cursor, type HelloAnswer } from '../contract/index.js';
import { Log } from '../platform/log.js';
import { Turnstile } from '../platform/turnstile.js';
import { Database } from '../store/database.js';
import { feedStanding, type FeedStanding } from '../store/feed/feed.store.js';
import { livingSessions } from '../store/team/session.store.js';
import { LiveHub } from './live-hub.js';
import type { Screen } from './screen.js';

/** Beyond this many missed events, loading afresh is the shorter way. */
const mostMissed = 5000;
/** No number of the database is greater. */
const greatest = 2n ** 63n - 1n;
const atOnce = 4;

/** Answers consoles that ask to go on from where they were. */
@Injectable()
export class Greeting {
  private readonly turnstile = new Turnstile(atOnce);

  constructor(
    private readonly db: Database,
    private readonly hub: LiveHub,
    private readonly log: Log,
  ) {}

  /** Null when there is no answer: the session has ended, or it could not be found out, and the console will ask again. */
  async answer(screen: Screen, text: string): Promise<HelloAnswer | null> {
    try {
      return await this.greet(screen, text);
    } catch (error) {
      this.log.warn({ error }, 'A console could not be told what it had missed.');
      return null;
    }
  }

  private async greet(screen: Screen, text: string): Promise<HelloAnswer | null> {
    screen.unfollow();
    const cursor = readCursor(text);
    if (!cursor || cursor.xid > greatest || cursor.id > greatest) return { ok: false, resync: 'unknown' };
    const { standing, living } = await this.turnstile.pass(() => this.look(screen, cursor));
    if (!living) {
      screen.wire.bye('session-ended');
      return null;
    }
    screen.hasRights(living);
    const resync = whyNot(cursor, standing);
    if (resync !== null) return { ok: false, resync };
    screen.follow(cursor);
    await this.hub.catchUp(screen);
    return { ok: true };
  }

  /** The session as well: it may have ended between the handshake and now, and nobody would have told this screen. */
  private look({ viewer }: Screen, from: Cursor) {
    return this.db.read(async (sql) => {
      const living = await livingSessions(sql, [viewer.sessionId]);
      const standing = await feedStanding(sql, viewer.workspaceId, { from, countTo: mostMissed + 1 });
      return { standing, living: living.get(viewer.sessionId) };
    });
  }
}

function whyNot(cursor: Cursor, standing: FeedStanding): Exclude<HelloAnswer, { ok: true }>['resync'] | null {
  if (cursor.epoch !== standing.epoch) return 'epoch';
  if (standing.unknown) return 'unknown';
  if (standing.dropped) return 'too-old';
  return standing.missed > mostMissed ? 'too-far' : null;
}
