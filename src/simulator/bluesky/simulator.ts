import { fromMemory, refill, toMemory } from '../kit/memory.js';
import { Station, word, type StationOptions } from '../kit/station.js';
import { Access } from './access.js';
import type { Backend } from './backend.js';
import { Jetstream } from './jetstream.js';
import { xrpcRoutes } from './routes.js';
import { Wire } from './wire.js';
import { postCollection, World, type Convo, type Ref, type Stored } from './world.js';

export interface SimulatorOptions extends StationOptions {
  /** What an earlier one gave with `memory()`. */
  readonly memory?: Buffer;
}

export interface CustomerPost {
  readonly handle: string;
  readonly text: string;
  readonly mentions?: string;
  readonly inReplyTo?: string;
  readonly quotes?: string;
}

/** A server of the AT Protocol on the loopback, with its app view, its chat and its Jetstream. */
export async function startBlueskySimulator(options: SimulatorOptions): Promise<BlueskySimulator> {
  const station = await Station.open(options);
  const world = new World(options.now);
  const rate = { used: 0, reset: 0, limit: undefined };
  const backend = { world, wire: new Wire(world), access: new Access(options.now), url: station.url, rate };
  const simulator = new BlueskySimulator(station, backend, new Jetstream(world, station.server));
  if (options.memory !== undefined) simulator.recall(options.memory);
  station.control({ published: () => simulator.published() }, acts(simulator));
  station.app.use(station.script.middleware);
  xrpcRoutes(station.app, backend);
  return simulator;
}

export class BlueskySimulator {
  readonly url: string;

  constructor(
    private readonly station: Station,
    private readonly backend: Backend,
    private readonly jetstream: Jetstream,
  ) {
    this.url = station.url;
  }

  get script() {
    return this.station.script;
  }

  addAccount(account: { readonly handle: string; readonly hasChat?: boolean }) {
    const person = this.backend.world.person(account.handle);
    const password = 'abcd-efgh-ijkl-mnop';
    this.backend.access.passwords.set(person.did, { password, hasChat: account.hasChat ?? true });
    return { did: person.did, handle: person.handle, password };
  }

  /** Somebody writes; also one of ours, in the network's own app. */
  posts({ handle, text, ...what }: CustomerPost): Stored {
    const { world } = this.backend;
    const { did } = world.person(handle);
    const parent = world.records.get(what.inReplyTo ?? '');
    const quoted = world.records.get(what.quotes ?? '');
    const mentioned = what.mentions === undefined ? undefined : world.person(what.mentions).did;
    const value = {
      $type: postCollection,
      text,
      createdAt: world.now().toISOString(),
      langs: ['en'],
      ...(parent === undefined ? {} : { reply: { root: rootOf(parent), parent: refOf(parent) } }),
      ...(quoted === undefined ? {} : { embed: { $type: 'app.bsky.embed.record', record: refOf(quoted) } }),
      ...(mentioned === undefined ? {} : { facets: [mentionOf(mentioned)] }),
    };
    const stored = world.create(did, { collection: postCollection, value });
    if (stored === undefined) throw new Error('a key was given twice');
    return stored;
  }

  likes(handle: string, uri: string): void {
    const { world } = this.backend;
    const liked = world.records.get(uri);
    if (liked === undefined) return;
    const value = { $type: 'app.bsky.feed.like', subject: refOf(liked), createdAt: world.now().toISOString() };
    world.create(world.person(handle).did, { collection: 'app.bsky.feed.like', value });
  }

  deletes(uri: string): void {
    this.backend.world.remove(uri);
  }

  /** A private message from one to the other; answers its conversation. */
  writes(from: string, to: string, text: string): Convo {
    const { world } = this.backend;
    const [a, b] = [world.person(from).did, world.person(to).did];
    const convo = world.convoOf(a, b);
    world.say(convo, a, text);
    return convo;
  }

  reacts(handle: string, convo: Convo, value: string | null): void {
    const message = convo.messages.at(-1);
    const { did } = this.backend.world.person(handle);
    if (message) this.backend.world.react(convo, message, value === null ? { gone: '' } : { value, did });
  }

  unsays(convo: Convo): void {
    const message = convo.messages.at(-1);
    if (message) this.backend.world.unsay(convo, message);
  }

  closesMessages(handle: string): void {
    this.backend.world.closed.add(this.backend.world.person(handle).did);
  }

  /** What our accounts have published: posts, and private messages. */
  published(): readonly { readonly id: string; readonly text: string; readonly value: unknown }[] {
    const { world, access } = this.backend;
    const posts = [...world.records.values()].filter(
      ({ did, collection }) => access.passwords.has(did) && collection === postCollection,
    );
    const said = [...world.convos.values()].flatMap((convo) =>
      convo.messages
        .filter(({ did }) => access.passwords.has(did))
        .map((one) => ({ id: `${convo.id}/${one.id}`, text: one.text, value: one })),
    );
    return [...posts.map(({ uri, value }) => ({ id: uri, text: String(value['text']), value })), ...said];
  }

  record(uri: string): Stored | undefined {
    return this.backend.world.records.get(uri);
  }

  expireSessions(): void {
    this.backend.access.expire();
  }

  revoke(handle: string): void {
    this.backend.access.revoke(this.backend.world.person(handle).did);
  }

  setRateLimit(limit: number): void {
    this.backend.rate.limit = limit;
  }

  streams(): number {
    return this.jetstream.count;
  }

  dropStreams(): void {
    this.jetstream.drop();
  }

  memory(): Buffer {
    const { world, access } = this.backend;
    const { people, records, notices, convos, log, blobs } = world;
    return toMemory({ people, records, notices, convos, log, blobs, passwords: access.passwords });
  }

  recall(memory: Buffer): void {
    const { world, access } = this.backend;
    const kept = fromMemory<Pick<World, 'people' | 'records' | 'notices' | 'convos' | 'log' | 'blobs'> & typeof access>(
      memory,
    );
    refill(world.people, kept.people);
    refill(world.records, kept.records);
    refill(world.convos, kept.convos);
    refill(world.blobs, kept.blobs);
    refill(access.passwords, kept.passwords);
    world.notices.push(...kept.notices);
    world.log.push(...kept.log);
  }

  async stop(): Promise<void> {
    this.jetstream.drop();
    await this.station.stop();
  }
}

function refOf({ uri, cid }: Ref): Ref {
  return { uri, cid };
}

function rootOf(parent: Stored): unknown {
  const { reply } = parent.value;
  return typeof reply === 'object' && reply !== null && 'root' in reply ? reply.root : refOf(parent);
}

function mentionOf(did: string) {
  const index = { byteStart: 0, byteEnd: 1 };
  return { index, features: [{ $type: 'app.bsky.richtext.facet#mention', did }] };
}

function acts(simulator: BlueskySimulator) {
  return {
    accounts: (body: Readonly<Record<string, unknown>>) => simulator.addAccount({ handle: word(body, 'handle') }),
    posts: (body: Readonly<Record<string, unknown>>) =>
      simulator.posts({
        handle: word(body, 'handle'),
        text: word(body, 'text'),
        ...optional(body, 'mentions'),
        ...optional(body, 'inReplyTo'),
        ...optional(body, 'quotes'),
      }),
    deletes: (body: Readonly<Record<string, unknown>>) => {
      simulator.deletes(word(body, 'uri'));
    },
    messages: (body: Readonly<Record<string, unknown>>) =>
      simulator.writes(word(body, 'from'), word(body, 'to'), word(body, 'text')).id,
  };
}

function optional<N extends string>(body: Readonly<Record<string, unknown>>, name: N): Partial<Record<N, string>> {
  const found: Partial<Record<N, string>> = {};
  const value = body[name];
  if (typeof value === 'string') found[name] = value;
  return found;
}
