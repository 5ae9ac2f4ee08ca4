import { test as base, expect, request, type APIRequestContext, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/platform/free-port.js';
import type { MetaSimulator, OurPage } from '../../src/simulator/meta/meta-simulator.js';
import { startMetaSimulator } from '../../src/simulator/meta/simulator.js';
import { findBrowser } from './browser.js';
import { buildFirst } from './build-first.js';
import { ServerProcess } from '../support/server-process.js';

const password = 'a long enough password';
const chief = { email: 'chief@northline.example', password };

/** Who works here; all speak French and English. */
const colleagues = {
  karim: { name: 'Karim Haddad', email: 'karim@northline.example', role: 'adviser' },
  ines: { name: 'Inès Moreau', email: 'ines@northline.example', role: 'adviser' },
  nadia: { name: 'Nadia Lefèvre', email: 'nadia@northline.example', role: 'team_lead' },
} as const;
export type Colleague = keyof typeof colleagues;

/** A whole Relais in a process of its own, with a Page on a simulated Facebook and people who work on it. */
export class Stage {
  readonly brand = 'Northline';

  private constructor(
    readonly url: string,
    readonly facebook: MetaSimulator,
    readonly page: OurPage,
    private readonly parts: { server: ServerProcess; home: string },
  ) {}

  static async open(): Promise<Stage> {
    buildFirst();
    const home = await mkdtemp(join(tmpdir(), 'relais-e2e-'));
    const port = await freePort('127.0.0.1');
    const server = new ServerProcess({
      RELAIS_DATA_DIR: home,
      RELAIS_PORT: String(port),
      RELAIS_ALLOW_PRIVATE_NETWORK: 'on',
      RELAIS_ADMIN_EMAIL: chief.email,
      RELAIS_ADMIN_PASSWORD: password,
      RELAIS_LOG_LEVEL: 'error',
    });
    await server.start();
    const facebook = await startMetaSimulator({ now: () => new Date(), retryMs: [100, 500] });
    const page = facebook.addPage({ name: 'Northline', humanAgent: true });
    const stage = new Stage(`http://127.0.0.1:${String(port)}`, facebook, page, { server, home });
    await stage.setUp();
    return stage;
  }

  async close(): Promise<void> {
    await this.parts.server.stop();
    await this.facebook.stop();
    await rm(this.parts.home, { recursive: true, force: true, maxRetries: 10 });
  }

  /** Signs in on this page's browser and goes to the place; busy, so that nothing is given to anybody unasked. */
  async enter(page: Page, who: Colleague | 'chief', path: string): Promise<void> {
    const { email } = who === 'chief' ? chief : colleagues[who];
    const answer = await page.request.post(`${this.url}/api/session`, { data: { email, password } });
    expect(answer.status()).toBe(200);
    await page.request.patch(`${this.url}/api/me`, { data: { availability: 'busy' } });
    await noUndo(page);
    await page.goto(this.url + path);
  }

  credentials(who: Colleague): { email: string; password: string } {
    return { email: colleagues[who].email, password };
  }

  /** A customer writes under a post of the Page. */
  comment(name: string, text: string, on?: string): { id: string; postId: string } {
    return this.facebook.customers.comments({ page: this.page.id, name, text, ...(on !== undefined && { on }) });
  }

  /** What the Page has said with these words. */
  said(text: string): number {
    return this.facebook.published().filter((one) => one.text.includes(text)).length;
  }

  /** Resolves when Relais has this customer's words, whatever any screen shows. */
  async eventually(text: string): Promise<void> {
    const api = await request.newContext({ baseURL: this.url });
    await must(api, '/api/session', chief);
    await expect.poll(async () => (await api.get('/api/tickets?view=all&order=newest')).text()).toContain(text);
    await api.dispose();
  }

  private async setUp(): Promise<void> {
    const api = await request.newContext({ baseURL: this.url });
    await must(api, '/api/session', chief);
    for (const { name, email, role } of Object.values(colleagues)) {
      const languages = ['fr', 'en'];
      const invited = await must(api, '/api/agents', { name, email, role, languages, capacity: 30 });
      const token = new URL(String(invited['invitationUrl'])).hash.slice(1);
      const guest = await request.newContext({ baseURL: this.url });
      await must(guest, `/api/invitations/${token}`, { password, locale: 'fr' });
      await guest.dispose();
    }
    const { id: appId, secret: appSecret, verifyToken } = this.facebook.app;
    const account = { apiBase: this.facebook.url, app: { appId, appSecret, verifyToken } };
    const settings = { accessToken: this.page.accessToken };
    const connected = await must(api, '/api/accounts', { network: 'facebook', ...account, settings });
    this.facebook.setCallback(String(connected['hookUrl']));
    await api.dispose();
  }
}

/** Replies leave at once: most tests are not about the seconds in which they could be taken back. */
export async function noUndo(page: Page): Promise<void> {
  await page.addInitScript(() => {
    localStorage.setItem('relais.undo-seconds', '0');
  });
}

async function must(api: APIRequestContext, path: string, data: unknown): Promise<Record<string, unknown>> {
  const answer = await api.post(path, { data });
  if (!answer.ok()) throw new Error(`${path} answered ${String(answer.status())}: ${await answer.text()}`);
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** One stage and one browser for all tests of a worker: each test has customers of its own. */
export const test = base.extend<object, { stage: Stage }>({
  launchOptions: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what the fixture needs
    async ({}, use) => {
      await use(await findBrowser());
    },
    { scope: 'worker' },
  ],
  stage: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what the fixture needs
    async ({}, use) => {
      const stage = await Stage.open();
      await use(stage);
      await stage.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
export { expect };
