import { newToken } from '../../../platform/ids.js';
import { fromMemory, toMemory } from '../../kit/memory.js';
import { Hooks } from '../hooks.js';
import type { App } from '../model.js';
import { serve, type Served } from '../served.js';
import { controlRoutes } from './control.js';
import { whatsappRoutes } from './routes.js';
import { newState, World, type PhoneNumber, type State, type TemplateTold } from './world.js';

export interface WhatsappOptions {
  readonly port?: number;
  readonly host?: string;
  readonly now: () => Date;
  readonly app?: Partial<Omit<App, 'callback'>>;
  readonly retryMs?: readonly number[];
  readonly memory?: Buffer;
}

const defaultRetryMs = [1000, 5000, 15_000, 60_000, 300_000, 900_000];
const allScopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];

/** The WhatsApp Cloud API on the loopback: what is sent is taken, and fails later where it cannot arrive. */
export class WhatsappSimulator {
  private constructor(
    readonly world: World,
    readonly hooks: Hooks,
    readonly served: Served,
  ) {}

  static async start(options: WhatsappOptions): Promise<WhatsappSimulator> {
    const app: App = {
      id: options.app?.id ?? '1800200300400502',
      secret: options.app?.secret ?? newToken(),
      verifyToken: options.app?.verifyToken ?? newToken(16),
      callback: null,
    };
    const state = options.memory === undefined ? newState(app) : fromMemory<State>(options.memory);
    const hooks = new Hooks(state, options.now, options.retryMs ?? defaultRetryMs, 'whatsapp_business_account');
    const world = new World(state, options.now, hooks);
    const served = await serve(options, {
      controls: (server) => {
        controlRoutes(server, world);
      },
      api: (server, url) => {
        whatsappRoutes(server, world, url);
      },
    });
    return new WhatsappSimulator(world, hooks, served);
  }

  get url(): string {
    return this.served.url;
  }

  get app(): App {
    return this.world.state.app;
  }

  addNumber(of: { readonly name: string; readonly display: string; readonly scopes?: readonly string[] }): PhoneNumber {
    const { world } = this;
    const { name, display, scopes = allScopes } = of;
    const ids = { id: world.nextId(), businessId: world.nextId(), accessToken: `EAAB${newToken(48)}` };
    const number = { ...ids, name, display, scopes };
    world.state.numbers.set(number.id, number);
    return number;
  }

  addTemplate(template: TemplateTold): void {
    this.world.state.templates.push(template);
  }

  memory(): Buffer {
    return toMemory(this.world.state);
  }

  async stop(): Promise<void> {
    this.hooks.stop();
    await this.served.stop();
  }
}
