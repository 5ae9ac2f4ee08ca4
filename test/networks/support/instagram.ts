import type { AccountAccess } from '../../../src/networks/kit/account.js';
import { instagram } from '../../../src/networks/meta/instagram/network.js';
import { HttpClient } from '../../../src/platform/http/http-client.js';
import { InstagramSimulator, type NewAccount } from '../../../src/simulator/meta/instagram/instagram-simulator.js';
import { Webhook } from './meta.js';

/** A simulated Instagram with one account of ours, checked and subscribed as the product does it. */
export interface Instagram {
  readonly server: InstagramSimulator;
  readonly account: AccountAccess;
  readonly http: HttpClient;
  readonly hook: Webhook;
  readonly clock: { at: Date };
  /** What people do. */
  readonly does: (deed: string, body: object) => Promise<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

export async function givenInstagram(options: Partial<NewAccount> & { humanAgent?: boolean } = {}): Promise<Instagram> {
  const clock = { at: new Date() };
  const server = await InstagramSimulator.start({ now: () => clock.at, retryMs: [1, 1, 1] });
  const { id: appId, secret: appSecret, verifyToken } = server.app;
  const app = { appId, appSecret, verifyToken };
  const hook = await Webhook.listen(app, instagram);
  const http = new HttpClient({ allowPrivateNetwork: true });
  const ours = server.addAccount({ username: 'northline', ...options });
  const settings = { login: options.login ?? 'instagram', accessToken: ours.accessToken };
  const access = { externalId: '', apiBase: server.url, app, settings, limits: {} };
  const check = await instagram.check(access, http);
  const account = { ...access, externalId: check.externalId, settings: check.settings ?? settings };
  await instagram.subscribe?.(account, hook.url, http);
  server.app.callback = hook.url;
  return {
    server,
    account,
    http,
    hook,
    clock,
    does: async (deed, body) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer: unknown = await (await fetch(`${server.url}/_sim/${deed}`, init)).json();
      return typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {};
    },
    stop: async () => {
      await http.close();
      await server.stop();
      await hook.stop();
    },
  };
}
