import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import express from 'express';

import { Access } from './access.js';
import type { Backend } from './backend.js';
import { Customers, type CustomerPost, type CustomerStatus } from './customers.js';
import { recall, remember } from './memory.js';
import type { Published, Quirks } from './model.js';
import { mount, type Parts } from './mount.js';
import { RateLimit } from './rate-limit.js';
import { Script, type ApiCall, type Failing, type FaultOf } from '../kit/script.js';
import { Streaming } from './streaming.js';
import { Wire } from './wire.js';
import { World } from './world.js';
import type { OurAccount, MastodonSimulator } from './mastodon-simulator.js';

export interface SimulatorOptions {
  readonly port?: number;
  readonly host?: string;
  /** The host in the handles of its people. */
  readonly domain?: string;
  readonly now: () => Date;
  readonly quirks?: Quirks;
  /** How often a new file is answered as being processed. */
  readonly processing?: number;
  /** What an earlier one gave with `memory()`. */
  readonly memory?: Buffer;
}

/** A Mastodon server on the loopback: the real wire format, and nothing that leaves the machine. */
export async function startMastodonSimulator(options: SimulatorOptions): Promise<MastodonSimulator> {
  const app = express();
  const server = createServer(app);
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://${options.host ?? '127.0.0.1'}:${portOf(server)}`;
  const quirks = options.quirks ?? {};
  const world = new World(options.domain ?? 'mastodon.test', options.now, quirks);
  const backend = {
    world,
    wire: new Wire(world, origin),
    access: new Access(),
    origin,
  };
  const parts = {
    server,
    script: new Script(options.now, withoutToken),
    limits: new RateLimit(options.now, quirks.noRateHeaders === true),
    streaming: new Streaming(backend),
  };
  if (options.memory !== undefined) recall(backend, options.memory);
  const simulator = new Simulator(backend, parts);
  mount(app, simulator, { backend, parts, processing: options.processing ?? 0 });
  return simulator;
}

class Simulator implements MastodonSimulator {
  readonly url: string;
  private readonly customers: Customers;

  constructor(
    private readonly backend: Backend,
    private readonly parts: Parts,
  ) {
    this.url = backend.origin;
    this.customers = new Customers(backend.world);
  }

  addAccount(account: Parameters<MastodonSimulator['addAccount']>[0]): OurAccount {
    const { world, access } = this.backend;
    const person = world.person(account.username, account.displayName);
    world.ours.add(person.id);
    const token = access.issue(person.id, account.scopes);
    return {
      id: person.id,
      acct: world.acct(person),
      accessToken: token.value,
    };
  }

  customerPosts(what: CustomerPost): CustomerStatus {
    return this.customers.posts(what);
  }

  customerEdits(id: string, text: string, isFollowed = false): void {
    this.customers.edits(id, text, isFollowed);
  }

  customerDeletes(id: string): void {
    this.customers.deletes(id);
  }

  customerFavourites(handle: string, id: string): void {
    this.customers.favourites(handle, id);
  }

  brandPosts(username: string, what: Omit<CustomerPost, 'handle'>): CustomerStatus {
    return this.customers.brandPosts(username, what);
  }

  published(): readonly Published[] {
    return [...this.backend.world.published];
  }

  calls(): readonly ApiCall[] {
    return this.parts.script.calls();
  }

  fail(failing: Failing): void {
    this.parts.script.fail(failing);
  }

  cut(of: FaultOf = {}): void {
    this.parts.script.cut(of);
  }

  stall(of: FaultOf = {}): void {
    this.parts.script.stall(of);
  }

  revokeToken(accessToken?: string): void {
    this.backend.access.revoke(accessToken);
  }

  dropStreams(): void {
    this.parts.streaming.drop();
  }

  streams(): number {
    return this.parts.streaming.count;
  }

  setRateLimit(limit: number): void {
    this.parts.limits.limit = limit;
  }

  memory(): Buffer {
    return remember(this.backend);
  }

  async stop(): Promise<void> {
    this.parts.streaming.drop();
    this.parts.server.closeAllConnections();
    this.parts.server.close();
    await once(this.parts.server, 'close');
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  return address.port;
}

function withoutToken(path: string): string {
  return path.replace(/(access_token=)[^&]*/u, '$1…');
}
