import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import express from 'express';

import { newToken } from '../../platform/ids.js';
import { fromMemory, toMemory } from '../kit/memory.js';
import { Script, type ApiCall, type Failing, type FaultOf } from '../kit/script.js';
import type { Backend } from './backend.js';
import { Customers } from './customers.js';
import { Feed } from './feed.js';
import { Hooks, type HookCall } from './hooks.js';
import { Inbox } from './inbox.js';
import type { MetaSimulator, NewPage, OurPage } from './meta-simulator.js';
import { allScopes, type App, type Published, type State } from './model.js';
import { mount } from './mount.js';
import { Patience } from './patience.js';
import { portOf, withoutToken } from './served.js';
import { Usage } from './usage.js';
import { newState, World } from './world.js';

export interface SimulatorOptions {
  readonly port?: number;
  readonly host?: string;
  readonly now: () => Date;
  readonly app?: Partial<Omit<App, 'callback'>>;
  /** Pauses before a webhook that was not taken is sent again; Meta goes on for 36 hours. */
  readonly retryMs?: readonly number[];
  /** What an earlier one gave with `memory()`. */
  readonly memory?: Buffer;
}

const defaultRetryMs = [1000, 5000, 15_000, 60_000, 300_000, 900_000];

/** Meta's Graph API, Send API and webhooks on the loopback: the real wire format, and nothing that leaves the machine. */
export async function startMetaSimulator(options: SimulatorOptions): Promise<MetaSimulator> {
  const app = express();
  const server = createServer(app);
  const host = options.host ?? '127.0.0.1';
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const state = options.memory === undefined ? newState(appOf(options)) : fromMemory<State>(options.memory);
  const hooks = new Hooks(state, options.now, options.retryMs ?? defaultRetryMs);
  const world = new World(state, options.now, hooks, `http://${host}:${portOf(server)}`);
  const backend = { world, hooks, feed: new Feed(world), inbox: new Inbox(world) };
  const parts = { server, script: new Script(options.now, withoutToken), usage: new Usage(), patience: new Patience() };
  const simulator = new Simulator(backend, parts);
  mount(app, simulator, { backend, ...parts, now: options.now });
  return simulator;
}

function appOf({ app }: SimulatorOptions): App {
  return {
    id: app?.id ?? '1800200300400500',
    secret: app?.secret ?? newToken(),
    verifyToken: app?.verifyToken ?? newToken(16),
    callback: null,
  };
}

interface Parts {
  readonly server: Server;
  readonly script: Script;
  readonly usage: Usage;
  readonly patience: Patience;
}

class Simulator implements MetaSimulator {
  readonly url: string;
  readonly app: App;
  readonly customers: Customers;

  constructor(
    private readonly backend: Backend,
    private readonly parts: Parts,
  ) {
    this.url = backend.world.origin;
    this.app = backend.world.state.app;
    this.customers = new Customers(backend);
  }

  addPage({ name, scopes = allScopes, humanAgent = false, expiresAt, ofPerson }: NewPage): OurPage {
    const { world } = this.backend;
    const id = world.nextId();
    world.state.pages.set(id, { id, name, humanAgent, subscribed: null });
    const value = `EAAB${newToken(64)}`;
    const kind = ofPerson === true ? 'USER' : 'PAGE';
    world.state.tokens.set(value, { value, kind, pageId: id, scopes, expiresAt: expiresAt ?? null, isValid: true });
    return { id, name, accessToken: value };
  }

  setCallback(url: string | null): void {
    this.app.callback = url;
  }

  enforce(pageId: string, action: string, reason: string): void {
    const { world } = this.backend;
    world.news.messaging(world.page(pageId), 'messaging_policy_enforcement', {
      recipient: { id: pageId },
      timestamp: world.now().getTime(),
      policy_enforcement: { action, reason },
    });
  }

  unsubscribe(page: string): void {
    this.backend.world.page(page).subscribed = null;
  }

  dropHooks(count: number): void {
    this.backend.hooks.toDrop = count;
  }

  holdAnswers(): () => void {
    return this.parts.patience.hold();
  }

  replayHooks(): void {
    this.backend.hooks.replay();
  }

  postHook(body: string): void {
    this.backend.hooks.post(body);
  }

  hooks(): readonly HookCall[] {
    return this.backend.hooks.calls();
  }

  settled(): Promise<void> {
    return this.backend.hooks.settled();
  }

  published(): readonly Published[] {
    return [...this.backend.world.state.published];
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
    for (const token of this.backend.world.state.tokens.values()) {
      if (accessToken === undefined || token.value === accessToken) token.isValid = false;
    }
  }

  setUsage(percent: number, regainMinutes = 0): void {
    this.parts.usage.percent = percent;
    this.parts.usage.regainMinutes = regainMinutes;
  }

  memory(): Buffer {
    return toMemory(this.backend.world.state);
  }

  async stop(): Promise<void> {
    this.backend.hooks.stop();
    this.parts.server.closeAllConnections();
    this.parts.server.close();
    await once(this.parts.server, 'close');
  }
}
