/** What the simulated Reddit holds. Instants are milliseconds. */
export interface Thing {
  readonly kind: 't1' | 't3' | 't4';
  readonly name: string;
  author: string;
  body: string;
  readonly at: number;
  editedAt: number | null;
  removed: boolean;
  /** The post it hangs under, and what it answers; none for a post. */
  readonly link: string | null;
  readonly parent: string | null;
  readonly subreddit: string;
  /** Of a private message: to whom, under which subject, and the first of its exchange. */
  readonly dest?: string;
  readonly subject?: string;
  readonly first?: string | null;
}

export interface Mail {
  readonly id: string;
  readonly author: string;
  readonly isMod: boolean;
  readonly body: string;
  readonly at: number;
}

export interface Conversation {
  readonly id: string;
  readonly subject: string;
  readonly customer: string;
  readonly messages: Mail[];
}

export class World {
  readonly things: Thing[] = [];
  readonly conversations: Conversation[] = [];
  readonly tokens = new Set<string>();
  refreshToken = 'refresh-1';
  private made = 0;

  constructor(
    readonly us: string,
    readonly subreddit: string,
    readonly now: () => Date,
  ) {}

  nextId(): string {
    this.made += 1;
    return (100_000 + this.made).toString(36);
  }

  add(thing: Omit<Thing, 'name' | 'at' | 'editedAt' | 'removed'>): Thing {
    const whole = {
      ...thing,
      name: `${thing.kind}_${this.nextId()}`,
      at: this.now().getTime(),
      editedAt: null,
      removed: false,
    };
    this.things.push(whole);
    return whole;
  }

  named(name: unknown): Thing | undefined {
    return this.things.find((thing) => thing.name === name);
  }

  /** What an inbox shows: answers to ours, mentions, private messages to us. */
  inbox(): Thing[] {
    const ours = (name: string | null) => this.things.some((thing) => thing.name === name && thing.author === this.us);
    return this.things.filter(
      (thing) =>
        thing.author !== this.us &&
        (thing.dest === this.us || ours(thing.parent) || (thing.kind === 't1' && thing.body.includes(`u/${this.us}`))),
    );
  }
}
