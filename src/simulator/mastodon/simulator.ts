import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import express, { type Express } from 'express';

import { Access } from './access.js';
import { accountRoutes } from './account-routes.js';
import type { Backend } from './backend.js';
import { controlRoutes } from './control.js';
import { Customers, type CustomerPost, type CustomerStatus } from './customers.js';
import { instanceRoutes } from './instance-routes.js';
import { mediaRoutes } from './media-routes.js';
import type { Published, Quirks } from './model.js';
import { oauthRoutes } from './oauth-routes.js';
import { RateLimit } from './rate-limit.js';
import { Script, type ApiCall, type Failing, type FaultOf } from './script.js';
import { statusRoutes } from './status-routes.js';
import { Streaming } from './streaming.js';
import { Wire } from './wire.js';
import { World } from './world.js';

export interface SimulatorOptions {
  readonly port?: number;
  readonly host?: string;
  /** The host in the handles of its people. */
  readonly domain?: string;
  readonly now: () => Date;
  readonly quirks?: Quirks;
  /** How often a new file is answered as being processed. */
  readonly processing?: number;
}

export interface OurAccount {
  readonly id: string;
  readonly acct: string;
  readonly accessToken: string;
}

export interface MastodonSimulator {
  readonly url: string;
  stop(): Promise<void>;
  addAccount(account: {
    readonly username: string;
    readonly displayName?: string;
    readonly scopes?: readonly string[];
  }): OurAccount;
  customerPosts(what: CustomerPost): CustomerStatus;
  customerEdits(id: string, text: string, isFollowed?: boolean): void;
  customerDeletes(id: string): void;
  customerFavourites(handle: string, id: string): void;
  /** One of our accounts writes in another client than Relais. */
  brandPosts(username: string, what: Omit<CustomerPost, 'handle'>): CustomerStatus;
  /** Everything that our accounts have published, each once, deleted or not. */
  published(): readonly Published[];
  calls(): readonly ApiCall[];
  fail(failing: Failing): void;
  cut(of?: FaultOf): void;
  stall(of?: FaultOf): void;
  /** One token, or all. */
  revokeToken(accessToken?: string): void;
  dropStreams(): void;
  streams(): number;
  setRateLimit(limit: number): void;
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
    script: new Script(options.now),
    limits: new RateLimit(options.now, quirks.noRateHeaders === true),
    streaming: new Streaming(backend),
  };
  const simulator = new Simulator(backend, parts);
  mount(app, simulator, {
    backend,
    parts,
    processing: options.processing ?? 0,
  });
  return simulator;
}

interface Parts {
  readonly server: Server;
  readonly script: Script;
  readonly limits: RateLimit;
  readonly streaming: Streaming;
}

function mount(
  app: Express,
  simulator: MastodonSimulator,
  {
    backend,
    parts,
    processing,
  }: {
    readonly backend: Backend;
    readonly parts: Parts;
    readonly processing: number;
  },
): void {
  app.use(express.json(), express.urlencoded({ extended: true }));
  controlRoutes(app, simulator);
  app.use(['/api', '/oauth'], parts.script.middleware);
  app.use('/api', parts.limits.middleware);
  oauthRoutes(app, backend);
  statusRoutes(app, backend);
  accountRoutes(app, backend);
  instanceRoutes(app, backend);
  mediaRoutes(app, backend, processing);
  parts.streaming.attach(parts.server, app);
  app.use((_request, response) => {
    response.status(404).json({ error: 'Not found' });
  });
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
