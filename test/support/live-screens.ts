import {
  applyToConversation,
  applyToList,
  compareCursors,
  listOrders,
  readCursor,
  viewNames,
  type Conversation,
  type ListOrder,
  type ListScreen,
  type LiveEvent,
  type TicketPage,
  type ViewName,
} from '../../src/contract/index.js';
import { loadCurrent } from '../../web/src/live/event-ring.js';
import { LiveConsole } from './live-client.js';
import type { Person, TestRelais } from './relais.js';

interface Fresh {
  readonly screen: ListScreen;
  readonly cursor: string;
}

interface Shown {
  readonly lists: Record<string, unknown>;
  readonly conversations: Record<string, unknown>;
}

/** Every list there is, in one order, and one of them in every order. */
const asks: readonly { view: ViewName; order: ListOrder }[] = [
  ...viewNames.map((view) => ({ view, order: 'urgency' as const })),
  ...listOrders.filter((order) => order !== 'urgency').map((order) => ({ view: 'all' as const, order })),
];

const ofTheClock: readonly ViewName[] = ['at-risk', 'late', 'window'];

/** All lists and some conversations on one agent's screen, kept by live events alone. */
export class LiveScreens {
  readonly console: LiveConsole;
  /** Everything that this screen was told, in order. */
  readonly heard: LiveEvent[] = [];
  private readonly lists = new Map<string, ListScreen>();
  private readonly conversations = new Map<string, Conversation>();

  private constructor(
    private readonly relais: TestRelais,
    readonly person: Person,
    private readonly now: () => Date,
  ) {
    const load = () => this.load();
    const apply = (events: readonly LiveEvent[]) => {
      this.heard.push(...events);
      for (const event of events) this.apply(event);
    };
    this.console = new LiveConsole({ url: relais.url, token: person.token, load, apply });
  }

  static async open(relais: TestRelais, person: Person, now: () => Date): Promise<LiveScreens> {
    const screens = new LiveScreens(relais, person, now);
    screens.console.client.loaded(await screens.load());
    await screens.console.until(() => screens.console.state === 'live');
    return screens;
  }

  /** As the console does it: loaded, and brought up to what was heard meanwhile. */
  async openConversation(id: string): Promise<void> {
    const load = () => this.freshConversation(id);
    const screen = await loadCurrent(this.console.client.ring, load, applyToConversation);
    this.conversations.set(id, screen);
  }

  /** Some lists depend on what time it is, and no event says that it has passed. */
  async timeHasPassed(): Promise<void> {
    for (const ask of asks.filter(({ view }) => ofTheClock.includes(view))) {
      const load = () => this.freshList(ask);
      const apply = ({ screen, cursor }: Fresh, event: LiveEvent) => ({ screen: applyToList(screen, event), cursor });
      const { screen } = await loadCurrent(this.console.client.ring, load, apply);
      this.lists.set(nameOf(ask), screen);
    }
    for (const [name, screen] of this.lists) {
      this.lists.set(name, { ...screen, ask: { ...screen.ask, now: this.now().toISOString() } });
    }
  }

  followed(): Shown {
    const lists = [...this.lists].map(([name, { rows }]) => [name, rows]);
    const conversations = [...this.conversations].map(([id, screen]) => [id, withoutCursor(screen)]);
    return { lists: Object.fromEntries(lists), conversations: Object.fromEntries(conversations) };
  }

  async fresh(): Promise<Shown> {
    const lists = await Promise.all(
      asks.map(async (ask) => [nameOf(ask), (await this.freshList(ask)).screen.rows] as const),
    );
    const ids = [...this.conversations.keys()];
    const conversations = await Promise.all(
      // Out of sight by now; the news of it is on its way, and takes it off the screen.
      ids.map(async (id) => [id, await this.freshConversation(id).then(withoutCursor, () => 'out of sight')] as const),
    );
    return { lists: Object.fromEntries(lists), conversations: Object.fromEntries(conversations) };
  }

  private async load(): Promise<string> {
    const cursors: string[] = [];
    for (const ask of asks) {
      const { screen, cursor } = await this.freshList(ask);
      this.lists.set(nameOf(ask), screen);
      cursors.push(cursor);
    }
    for (const id of this.conversations.keys()) {
      const screen = await this.freshConversation(id);
      this.conversations.set(id, screen);
      cursors.push(screen.cursor);
    }
    return oldest(cursors);
  }

  private async freshList({ view, order }: (typeof asks)[number]): Promise<Fresh> {
    const { body } = await this.relais.as(this.person).get(`/api/tickets?view=${view}&order=${order}&limit=200`);
    const page: TicketPage = body;
    const nothing = { network: null, lane: null, topic: null, language: null };
    const ask = { view, order, ...nothing, me: this.person.id, now: this.now().toISOString() };
    return { screen: { ask, rows: page.rows, complete: page.next === null }, cursor: page.cursor };
  }

  private async freshConversation(id: string): Promise<Conversation> {
    const { status, body } = await this.relais.as(this.person).get(`/api/tickets/${id}`);
    if (status !== 200) throw new Error(`${this.person.role} may not open this ticket: ${String(status)}`);
    const screen: Conversation = body;
    return screen;
  }

  private apply(event: LiveEvent): void {
    for (const [name, screen] of this.lists) this.lists.set(name, applyToList(screen, event));
    for (const [id, screen] of this.conversations) this.conversations.set(id, applyToConversation(screen, event));
    if (event.type === 'ticket.left') this.conversations.delete(event.ticketId);
  }
}

const nameOf = ({ view, order }: { view: string; order: string }) => `${view} by ${order}`;

function withoutCursor({ cursor: _cursor, ...screen }: Conversation): Omit<Conversation, 'cursor'> {
  return screen;
}

function oldest(cursors: readonly string[]): string {
  const [first = ''] = [...cursors].sort((a, b) => {
    const [left, right] = [readCursor(a), readCursor(b)];
    return left && right ? compareCursors(left, right) : 0;
  });
  return first;
}
