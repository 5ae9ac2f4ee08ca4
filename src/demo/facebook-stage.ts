import { fromMemory, toMemory } from '../simulator/kit/memory.js';
import type { MetaSimulator, OurPage } from '../simulator/meta/meta-simulator.js';
import { startMetaSimulator } from '../simulator/meta/simulator.js';
import { customers, journalists, type Customer } from './customers.js';
import type { Space } from './deck.js';
import type { AccountForm, Answer, Stage, Where } from './stage.js';

interface Kept {
  readonly server: Buffer;
  readonly page: OurPage;
  /** Who wrote a comment, and whose a number in Messenger is. */
  readonly writers: Map<string, string>;
}

/** A Page with its comments, and its private messages in Messenger. */
export async function openFacebook({ port, memory }: Where): Promise<Stage> {
  const kept = memory === undefined ? null : fromMemory<Kept>(memory);
  const now = () => new Date();
  const server = await startMetaSimulator({ now, port, ...(kept === null ? {} : { memory: kept.server }) });
  const page = kept?.page ?? server.addPage({ name: 'Northline', humanAgent: true });
  return new FacebookStage(server, page, kept?.writers ?? new Map<string, string>());
}

class FacebookStage implements Stage {
  readonly name = 'Facebook';
  readonly url: string;
  readonly accounts: readonly AccountForm[];
  private seen: number;

  constructor(
    private readonly server: MetaSimulator,
    private readonly page: OurPage,
    private readonly writers: Map<string, string>,
  ) {
    this.url = server.url;
    const { id: appId, secret: appSecret, verifyToken } = server.app;
    const account = {
      apiBase: server.url,
      app: { appId, appSecret, verifyToken },
      settings: { accessToken: page.accessToken },
      brand: 'Northline',
    };
    this.accounts = ['facebook', 'messenger'].map((network) => ({ network, ...account }));
    this.seen = server.published().length;
  }

  post(text: string): void {
    this.server.customers.brandPosts({ page: this.page.id, text });
  }

  write({ name }: Customer, space: Space, text: string): void {
    if (space === 'private') this.message(name, text);
    else this.comment(name, text);
  }

  answers(): Answer[] {
    const fresh = this.server.published().slice(this.seen);
    this.seen += fresh.length;
    return fresh.flatMap(({ kind, id, on, text, byApp }): Answer[] => {
      const name = this.writers.get(on);
      const customer = [...customers, ...journalists].find((one) => one.name === name);
      if (customer === undefined || !byApp) return [];
      const writeBack = (words: string) => {
        if (kind === 'message') this.message(customer.name, words);
        else this.comment(customer.name, words, id);
      };
      return [{ handle: customer.handle, text, writeBack }];
    });
  }

  memory(): Buffer {
    const kept: Kept = { server: this.server.memory(), page: this.page, writers: this.writers };
    return toMemory(kept);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private message(name: string, text: string): void {
    this.writers.set(this.server.customers.writes({ page: this.page.id, name, text }).psid, name);
  }

  private comment(name: string, text: string, on?: string): void {
    const said = { page: this.page.id, name, text, ...(on === undefined ? {} : { on }) };
    this.writers.set(this.server.customers.comments(said).id, name);
  }
}
