import { Station, word, type StationOptions } from '../kit/station.js';
import { mount } from './routes.js';
import { World, type Thing } from './world.js';

/** Reddit's Data API on the loopback: one account of ours, which moderates one subreddit with one post. */
export async function startRedditSimulator(options: StationOptions): Promise<RedditSimulator> {
  const station = await Station.open(options);
  const simulator = new RedditSimulator(station, new World('Northline_Care', 'northline', options.now));
  station.control(
    { published: () => simulator.published() },
    {
      comments: (body) =>
        simulator.comments(word(body, 'author'), word(body, 'text'), word(body, 'under') || undefined),
      writes: (body) =>
        simulator.writes(word(body, 'author'), { subject: word(body, 'subject'), body: word(body, 'text') }),
    },
  );
  return simulator;
}

export class RedditSimulator {
  readonly url: string;
  private readonly post: Thing;

  constructor(
    private readonly station: Station,
    private readonly world: World,
  ) {
    this.url = station.url;
    mount(station.app, world, station.script);
    const { us: author, subreddit } = world;
    this.post = world.add({ kind: 't3', author, body: 'Fibre in Lyon', subreddit, link: null, parent: null });
  }

  get script() {
    return this.station.script;
  }

  get refreshToken(): string {
    return this.world.refreshToken;
  }

  /** Under our post, or under what is named. */
  comments(author: string, body: string, under = this.post.name): Thing {
    const { subreddit } = this.world;
    return this.world.add({ kind: 't1', author, body, subreddit, link: this.post.name, parent: under });
  }

  writes(author: string, { subject, body }: { readonly subject: string; readonly body: string }): Thing {
    const private_ = { kind: 't4', link: null, parent: null, first: null, subreddit: '' } as const;
    return this.world.add({ ...private_, author, body, subject, dest: this.world.us });
  }

  asksModerators(author: string, subject: string, body: string): void {
    const { world } = this;
    const mail = { id: world.nextId(), author, isMod: false, body, at: world.now().getTime() };
    world.conversations.push({ id: world.nextId(), subject, customer: author, messages: [mail] });
  }

  edits(name: string, body: string): void {
    Object.assign(this.world.named(name) ?? {}, { body, editedAt: this.world.now().getTime() });
  }

  deletes(name: string): void {
    Object.assign(this.world.named(name) ?? {}, { author: '[deleted]', body: '[deleted]' });
  }

  isRemoved(name: string): boolean {
    return this.world.named(name)?.removed ?? false;
  }

  /** What we have said under others' words, each once. */
  published(): string[] {
    const { us, things, conversations } = this.world;
    const said = things.filter(({ author, kind }) => author === us && kind !== 't3');
    const mails = conversations.flatMap(({ messages }) => messages.filter(({ isMod }) => isMod));
    return [...said, ...mails].map(({ body }) => body);
  }

  /** The access tokens end; the refresh token goes on. */
  endTokens(): void {
    this.world.tokens.clear();
  }

  /** The person takes the consent back. */
  takeBack(): void {
    this.world.refreshToken = 'another';
    this.endTokens();
  }

  stop(): Promise<void> {
    return this.station.stop();
  }
}
