import { GraphError, type App, type Named, type Page, type Person, type State } from './model.js';

/** Numbers of Facebook have 15 digits and more; ours are beyond 2^53, so that whoever rounds them is found out. */
const base = 122_000_000_000_000_000n;

export interface Change {
  readonly field: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** How the webhooks hear of what happens. */
export interface News {
  change(page: Page, change: Change): void;
  messaging(page: Page, field: string, event: Readonly<Record<string, unknown>>): void;
}

export function newState(app: App): State {
  return {
    app,
    pages: new Map(),
    tokens: new Map(),
    people: new Map(),
    posts: new Map(),
    comments: new Map(),
    reviews: new Map(),
    conversations: new Map(),
    uploads: new Map(),
    published: [],
    count: 0,
  };
}

/** What comments and messages have in common: numbers, Pages and people. */
export class World {
  constructor(
    readonly state: State,
    readonly now: () => Date,
    readonly news: News,
    readonly origin: string,
  ) {}

  nextId(): string {
    this.state.count += 1;
    return String(base + BigInt(this.state.count) * 13n);
  }

  page(id: string): Page {
    const page = this.state.pages.get(id);
    if (page === undefined) throw gone(id);
    return page;
  }

  person(page: Page, name: string): Person {
    const key = `${page.id}:${name}`;
    const known = this.state.people.get(key);
    if (known !== undefined) return known;
    const person = { id: this.nextId(), psid: this.nextId(), pageId: page.id, name, isBlocking: false };
    this.state.people.set(key, person);
    return person;
  }

  /** By the number that Messenger uses. */
  personOf(page: Page, psid: string): Person | undefined {
    return [...this.state.people.values()].find((person) => person.pageId === page.id && person.psid === psid);
  }
}

export function named({ id, name }: Named): Named {
  return { id, name };
}

export function gone(id: string): GraphError {
  const words = `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions`;
  return new GraphError(100, words, { subcode: 33 });
}

export function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

/** As the Graph API writes times: 2026-03-02T08:15:30+0000. */
export function written(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/u, '+0000');
}
