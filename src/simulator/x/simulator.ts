import { Station, word, type Body, type StationOptions } from '../kit/station.js';
import { Hooks } from './hooks.js';
import { apiRoutes, type Backend } from './routes.js';
import { Wire } from './wire.js';
import { World, type Direct, type Tokens, type Tweet } from './world.js';

/** The API of X on the loopback: posts, private messages, the webhook of the X Activity API. */
export async function startXSimulator(options: StationOptions): Promise<XSimulator> {
  const station = await Station.open(options);
  const simulator = new XSimulator(station);
  station.control({ published: () => simulator.published() }, acts(simulator));
  station.app.use((_request, response, next) => {
    response.set({ 'x-rate-limit-limit': '450', 'x-rate-limit-remaining': '400', 'x-rate-limit-reset': '4000000000' });
    next();
  });
  station.app.use(station.script.middleware);
  apiRoutes(station.app, simulator.backend);
  return simulator;
}

export class XSimulator {
  readonly url: string;
  readonly app = {
    consumerSecret: 'simulated-consumer-secret',
    bearerToken: 'simulated-bearer',
    clientId: 'simulated-client',
    clientSecret: 'simulated-client-secret',
  };
  readonly backend: Backend;

  constructor(private readonly station: Station) {
    this.url = station.url;
    const world = new World(station.now);
    const hooks = new Hooks(world, this.app.consumerSecret);
    this.backend = {
      world,
      wire: new Wire(world),
      hooks,
      bearer: this.app.bearerToken,
      rules: { isSummoned: true, directLimit: 1000, used: 0, cap: 3_000_000 },
      tell: (tweet) => {
        this.tell(tweet);
      },
    };
  }

  get script() {
    return this.station.script;
  }

  addAccount(username: string): Tokens & { readonly id: string } {
    const { world } = this.backend;
    const { id } = world.user(username);
    world.ours.add(id);
    return { id, ...world.grant(id) };
  }

  posts(username: string, text: string, about: { inReplyTo?: string; quotes?: string } = {}): Tweet {
    const { world } = this.backend;
    const tweet = world.post(world.user(username).id, { text, parentId: about.inReplyTo, quotedId: about.quotes });
    this.tell(tweet);
    return tweet;
  }

  writes(from: string, to: string, text: string): Direct {
    const { world, hooks, wire } = this.backend;
    const direct = world.write(world.user(from).id, world.user(to).id, { text });
    hooks.tell(direct.to, 'dm.received', { payload: wire.directEvent(direct) });
    hooks.tell(direct.from, 'dm.sent', { payload: wire.directEvent(direct) });
    return direct;
  }

  /** As if nobody had been named in it. */
  forgetsMentions(id: string): void {
    const { tweets } = this.backend.world;
    const tweet = tweets.get(id);
    if (tweet) tweets.set(id, { ...tweet, mentions: [] });
  }

  closesMessages(username: string): void {
    this.backend.world.closed.add(this.backend.world.user(username).id);
  }

  published(): readonly { readonly id: string; readonly text: string }[] {
    const { world } = this.backend;
    const posts = [...world.tweets.values()].filter(({ authorId }) => world.ours.has(authorId));
    return [...posts, ...world.directs.filter(({ from }) => world.ours.has(from))].map(({ id, text }) => ({
      id,
      text,
    }));
  }

  tweet(id: string): Tweet | undefined {
    return this.backend.world.tweets.get(id);
  }

  /** X has given the webhooks up. */
  spoilHooks(): void {
    for (const hook of this.backend.hooks.hooks) hook.valid = false;
  }

  expireTokens(): void {
    this.backend.world.access.clear();
  }

  async stop(): Promise<void> {
    await this.backend.hooks.settled();
    await this.station.stop();
  }

  /** As X does: explicit mentions only, direct replies only, and our own posts. */
  private tell(tweet: Tweet): void {
    const { hooks, wire, world } = this.backend;
    const payload = wire.tweet(tweet);
    const includes = wire.includes([tweet]);
    hooks.tell(tweet.authorId, 'post.create', { payload, includes });
    for (const user of world.ours) {
      if (user === tweet.authorId) continue;
      const { username } = wire.user(user);
      if (tweet.parentAuthorId === user) hooks.tell(user, 'post.reply.create', { payload });
      else if (tweet.text.includes(`@${username}`)) hooks.tell(user, 'post.mention.create', { payload, includes });
      const quoted = world.tweets.get(tweet.quotedId ?? '');
      if (quoted?.authorId === user) hooks.tell(user, 'post.quote.create', { payload, includes });
    }
  }
}

function acts(simulator: XSimulator) {
  return {
    accounts: (body: Body) => simulator.addAccount(word(body, 'username')),
    posts: (body: Body) =>
      simulator.posts(word(body, 'username'), word(body, 'text'), {
        ...(typeof body['inReplyTo'] === 'string' ? { inReplyTo: body['inReplyTo'] } : {}),
        ...(typeof body['quotes'] === 'string' ? { quotes: body['quotes'] } : {}),
      }),
    messages: (body: Body) => simulator.writes(word(body, 'from'), word(body, 'to'), word(body, 'text')),
  };
}
