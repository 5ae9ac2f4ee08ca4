import { bluesky } from '../../../src/networks/bluesky/network.js';
import type { AccountAccess } from '../../../src/networks/kit/account.js';
import { HttpClient } from '../../../src/platform/http/http-client.js';
import {
  startBlueskySimulator,
  type BlueskySimulator,
  type SimulatorOptions,
} from '../../../src/simulator/bluesky/simulator.js';
import { Reader } from './reader.js';

export interface Bluesky {
  readonly server: BlueskySimulator;
  readonly account: AccountAccess;
  readonly http: HttpClient;
  readonly reader: Reader;
  stop(): Promise<void>;
}

export const us = 'northline.test';

export async function givenBluesky(options: Partial<SimulatorOptions> & { hasChat?: boolean } = {}): Promise<Bluesky> {
  const { hasChat = true, ...rest } = options;
  const server = await startBlueskySimulator({ now: () => new Date(), ...rest });
  const http = new HttpClient({ allowPrivateNetwork: true });
  const { password } = server.addAccount({ handle: us, hasChat });
  const account = await connected(server, http, { identifier: us, appPassword: password, jetstream: server.url });
  const reader = new Reader(bluesky, account, http);
  return {
    server,
    account,
    http,
    reader,
    stop: async () => {
      reader.close();
      await http.close();
      await server.stop();
    },
  };
}

/** As the product connects an account: by its check. */
async function connected(
  server: BlueskySimulator,
  http: HttpClient,
  settings: Readonly<Record<string, string>>,
): Promise<AccountAccess> {
  const asked = { externalId: '', apiBase: server.url, app: {}, settings, limits: {} };
  const check = await bluesky.check(asked, http);
  return { ...asked, externalId: check.externalId, settings: check.settings ?? settings };
}
