import { newToken } from '../../../platform/ids.js';
import { Hooks } from '../hooks.js';
import type { App } from '../model.js';
import { serve, type Served } from '../served.js';
import { contentRoutes, thingRoutes } from './content-routes.js';
import { controlRoutes } from './control.js';
import { messageRoutes } from './message-routes.js';
import { newState, scopesOf, type Account, type State } from './model.js';
import { addToken, tokenRoutes } from './token-routes.js';
import { World } from './world.js';
import { fromMemory, toMemory } from '../../kit/memory.js';

export interface InstagramOptions {
  readonly port?: number;
  readonly host?: string;
  readonly now: () => Date;
  readonly app?: Partial<Omit<App, 'callback'>>;
  readonly retryMs?: readonly number[];
  readonly memory?: Buffer;
}

export interface NewAccount {
  readonly username: string;
  readonly login?: 'instagram' | 'facebook';
  readonly scopes?: readonly string[];
  readonly humanAgent?: boolean;
  /** How long ago its token was made. */
  readonly ageMs?: number;
}

const defaultRetryMs = [1000, 5000, 15_000, 60_000, 300_000, 900_000];
const sixtyDaysMs = 60 * 24 * 3_600_000;

/** Instagram on the loopback: both of its hosts, its webhooks, and what people do there. */
export class InstagramSimulator {
  private constructor(
    readonly world: World,
    readonly hooks: Hooks,
    readonly served: Served,
  ) {}

  static async start(options: InstagramOptions): Promise<InstagramSimulator> {
    const app: App = {
      id: options.app?.id ?? '1800200300400501',
      secret: options.app?.secret ?? newToken(),
      verifyToken: options.app?.verifyToken ?? newToken(16),
      callback: null,
    };
    const state = options.memory === undefined ? newState(app) : fromMemory<State>(options.memory);
    const hooks = new Hooks(state, options.now, options.retryMs ?? defaultRetryMs, 'instagram');
    const world = new World(state, options.now, hooks);
    const served = await serve(options, {
      controls: (server) => {
        controlRoutes(server, world, hooks);
      },
      api: (server, url) => {
        tokenRoutes(server, world, hooks);
        messageRoutes(server, world, url);
        contentRoutes(server, world);
        thingRoutes(server, world);
      },
    });
    return new InstagramSimulator(world, hooks, served);
  }

  get url(): string {
    return this.served.url;
  }

  get app(): App {
    return this.world.state.app;
  }

  addAccount(of: NewAccount): Account & { readonly accessToken: string } {
    const { world } = this;
    const { username, login = 'instagram', humanAgent = false } = of;
    const ids = { id: world.nextId(), scopedId: world.nextId(), pageId: world.nextId() };
    const account = { ...ids, username, humanAgent, subscribed: null };
    world.state.accounts.set(account.id, account);
    const token = addToken(world, { accountId: account.id, ms: sixtyDaysMs, scopes: of.scopes ?? scopesOf[login] });
    const madeAt = new Date(world.now().getTime() - (of.ageMs ?? 0));
    const prefix = login === 'facebook' ? { value: `EAAB${newToken(48)}`, expiresAt: null } : {};
    const own = { ...token, ...prefix, login, madeAt };
    world.state.tokens.delete(token.value);
    world.state.tokens.set(own.value, own);
    return { ...account, accessToken: own.value };
  }

  revokeToken(): void {
    for (const token of this.world.state.tokens.values()) token.isValid = false;
  }

  memory(): Buffer {
    return toMemory(this.world.state);
  }

  async stop(): Promise<void> {
    this.hooks.stop();
    await this.served.stop();
  }
}
