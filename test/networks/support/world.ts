import type { AccountAccess } from '../../../src/networks/kit/account.js';
import type { Network } from '../../../src/networks/kit/network.js';
import { HttpClient } from '../../../src/platform/http/http-client.js';
import { Reader } from './reader.js';

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** A simulated network with one account of ours, and the connector that speaks for it. */
export interface World<Simulator extends Server> {
  readonly server: Simulator;
  readonly account: AccountAccess;
  readonly http: HttpClient;
  readonly reader: Reader;
  stop(): Promise<void>;
}

/** As the product connects an account: by its check. */
export async function connected<Simulator extends Server>(
  network: Network,
  server: Simulator,
  access: Pick<AccountAccess, 'app' | 'settings'>,
): Promise<World<Simulator>> {
  const http = new HttpClient({ allowPrivateNetwork: true });
  const asked = { externalId: '', apiBase: server.url, limits: {}, ...access };
  const check = await network.check(asked, http);
  const account = { ...asked, externalId: check.externalId, settings: check.settings ?? access.settings };
  return {
    server,
    account,
    http,
    reader: new Reader(network, account, http),
    stop: async () => {
      await http.close();
      await server.stop();
    },
  };
}
