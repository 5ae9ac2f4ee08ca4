import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { may, type PresenceView } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Loops } from '../platform/loops.js';
import { Wakeups } from '../platform/wakeups.js';
import { Database } from '../store/database.js';
import { forgetPresence, notePresence, viewersOf, type Presence, type Viewed } from '../store/team/presence.store.js';
import { LiveHub } from './live-hub.js';
import type { Screen } from './screen.js';

const beatMs = 15_000;
const pollMs = 1000;
/** However much people click, colleagues are told a few times a second. */
const togetherMs = 200;

interface Look {
  readonly ticketId: string | null;
  readonly drafting: boolean;
  readonly idle: boolean;
}
const nothing: Look = { ticketId: null, drafting: false, idle: false };

/** Who is there, and which ticket they have before them. Never in the feed: it is of no use a minute later. */
@Injectable()
export class PresenceBoard {
  private readonly looks = new Map<Screen, Look>();
  private readonly told = new Map<Screen, string>();
  private readonly news = new Map<string, Presence>();
  private readonly gone = new Set<string>();
  #beatAt = 0;
  #wake: () => void = () => {};

  constructor(
    private readonly db: Database,
    private readonly loops: Loops,
    private readonly wakeups: Wakeups,
    private readonly clock: Clock,
    private readonly hub: LiveHub,
  ) {}

  start(): void {
    const loop = this.loops.start('presence', { pauseMs: pollMs, step: () => this.step() });
    this.#wake = () => {
      loop.wake();
    };
    this.wakeups.on('presence', this.#wake);
  }

  /** What a screen shows from now on. */
  shows(screen: Screen, look: Look): void {
    if (look.ticketId !== this.looks.get(screen)?.ticketId) this.told.delete(screen);
    this.looks.set(screen, look);
    this.news.set(screen.id, presenceOf(screen, look));
    this.#wake();
  }

  /** A lost line may come back: only who said goodbye is gone at once, the others when their time is over. */
  left(screen: Screen, goodbye: boolean): void {
    this.looks.delete(screen);
    this.told.delete(screen);
    if (goodbye) {
      this.news.delete(screen.id);
      this.gone.add(screen.id);
    } else {
      this.news.set(screen.id, presenceOf(screen, nothing));
    }
    this.#wake();
  }

  private async note(): Promise<void> {
    const news = [...this.news.values()];
    const gone = [...this.gone];
    if (news.length + gone.length === 0) return;
    await this.db.everywhere(async (sql, wake) => {
      await notePresence(sql, news);
      await forgetPresence(sql, gone);
      wake('presence');
      // Who has just come may be given work.
      wake('assign');
    });
    for (const one of news) if (this.news.get(one.socketId) === one) this.news.delete(one.socketId);
    for (const id of gone) this.gone.delete(id);
  }

  private async step(): Promise<{ more: boolean }> {
    this.beatWhenDue();
    await this.note();
    await this.show();
    await pause(togetherMs);
    return { more: false };
  }

  private beatWhenDue(): void {
    const now = this.clock.now().getTime();
    if (now - this.#beatAt < beatMs) return;
    this.#beatAt = now;
    for (const screen of this.hub.screens) {
      this.news.set(screen.id, presenceOf(screen, this.looks.get(screen) ?? nothing));
    }
  }

  private async show(): Promise<void> {
    const asked = new Map<string, { workspaceId: number; ticketId: string }>();
    for (const [screen, { ticketId }] of this.looks) {
      if (ticketId !== null) asked.set(ticketId, { workspaceId: screen.viewer.workspaceId, ticketId });
    }
    if (asked.size === 0) return;
    const viewed = await this.db.read((sql) => viewersOf(sql, [...asked.values()]));
    const byTicket = new Map(viewed.map((one) => [one.ticketId, one]));
    for (const [screen, { ticketId }] of this.looks) {
      if (ticketId !== null) this.tell(screen, viewFor(screen, ticketId, byTicket.get(ticketId)));
    }
  }

  private tell(screen: Screen, view: PresenceView): void {
    const text = JSON.stringify(view);
    if (this.told.get(screen) === text) return;
    this.told.set(screen, text);
    screen.wire.presence(view);
  }
}

function presenceOf({ viewer, id: socketId }: Screen, look: Look): Presence {
  return { workspaceId: viewer.workspaceId, agentId: viewer.id, socketId, ...look };
}

/** The colleagues at a ticket and the pen, for somebody who may see it. */
function viewFor({ viewer }: Screen, ticketId: string, viewed: Viewed | undefined): PresenceView {
  if (viewed?.workspaceId !== viewer.workspaceId || !may(viewer, 'ticket.see', viewed.scope).ok) {
    return { ticketId, agents: [], pen: null };
  }
  return { ticketId, agents: viewed.agents.filter(({ id }) => id !== viewer.id), pen: viewed.pen };
}
