import { Station, word, type StationOptions } from '../kit/station.js';
import { youtubeRoutes } from './routes.js';
import { World, type Comment } from './world.js';

/** The Data API on the loopback, with its quota. */
export async function startYoutubeSimulator(options: StationOptions): Promise<YoutubeSimulator> {
  const station = await Station.open(options);
  const world = new World(options.now, { id: 'UCnorthline0000000000001', name: '@northline' });
  const simulator = new YoutubeSimulator(station, world);
  station.control(
    { published: () => simulator.published() },
    {
      comments: (body) => simulator.comments(word(body, 'handle'), word(body, 'text'), word(body, 'inReplyTo')),
      edits: (body) => {
        simulator.edits(word(body, 'id'), word(body, 'text'));
      },
      deletes: (body) => {
        simulator.deletes(word(body, 'id'));
      },
    },
  );
  station.app.use(station.script.middleware);
  youtubeRoutes(station.app, world);
  return simulator;
}

export class YoutubeSimulator {
  readonly url: string;

  constructor(
    private readonly station: Station,
    readonly world: World,
  ) {
    this.url = station.url;
  }

  get script() {
    return this.station.script;
  }

  /** What a consent gives. */
  grant(): { readonly accessToken: string; readonly refreshToken: string } {
    const channel = this.world.ours.id;
    const [accessToken, refreshToken] = [`ya29.${this.world.next()}`, `1//${this.world.next()}`];
    this.world.tokens.set(accessToken, { channel, isRefresh: false });
    this.world.tokens.set(refreshToken, { channel, isRefresh: true });
    return { accessToken, refreshToken };
  }

  /** Somebody comments on a video, or answers a comment; also one of ours, in YouTube Studio. */
  comments(name: string, text: string, inReplyTo = ''): Comment {
    const parent = this.world.comments.get(inReplyTo);
    const parentId = parent === undefined ? null : (parent.parentId ?? parent.id);
    return this.world.say(this.world.channel(name), { video: 'vidSim00001', parentId }, text);
  }

  edits(id: string, text: string): void {
    const comment = this.world.comments.get(id);
    if (comment === undefined) return;
    comment.text = text;
    comment.updatedAt = new Date(Date.parse(comment.updatedAt) + 60_000).toISOString();
  }

  deletes(id: string): void {
    this.world.remove(id);
  }

  startsLive(chat: string): void {
    this.world.chat = chat;
  }

  saysLive(name: string, text: string): void {
    const chat = this.world.chat ?? '';
    const author = this.world.channel(name);
    this.world.live.push({
      id: `LCC.${this.world.next()}`,
      chat,
      author,
      text,
      publishedAt: this.world.now().toISOString(),
    });
  }

  published(): readonly { readonly id: string; readonly text: string }[] {
    const { comments, ours, live } = this.world;
    return [...comments.values(), ...live]
      .filter(({ author }) => author === ours)
      .map(({ id, text }) => ({ id, text }));
  }

  stop(): Promise<void> {
    return this.station.stop();
  }
}
