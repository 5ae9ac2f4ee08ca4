import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import type { Settings } from '../../networks/kit/form.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { SecretBox } from '../../platform/secret-box.js';
import { ConnectingStore } from '../../store/account/connecting.store.js';
import { Database } from '../../store/database.js';
import { newScopedToken } from '../../store/team/scoped-token.js';
import { Addresses } from '../addresses.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { askNetwork } from './ask-network.js';
import { keptFor, type Kept } from './kept.js';

interface Consent {
  readonly network: string;
  readonly apiBase: string;
  readonly app: Settings;
  readonly brand?: string | undefined;
}

/** Sends an administrator to the network, to agree there that Relais speaks for an account of theirs. */
@Injectable()
export class StartConsent {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly http: HttpClient,
    private readonly box: SecretBox,
    private readonly addresses: Addresses,
  ) {}

  async run(caller: Caller, { network: id, apiBase, app, brand = '' }: Consent): Promise<{ url: string }> {
    mustAllow(caller, 'accounts.manage');
    const { oauth } = this.networks.need(id);
    if (!oauth) throw new Refusal('network.unknown', { network: id });
    const state = newScopedToken(caller.workspaceId);
    const ask = { apiBase, redirectUrl: this.addresses.oauthBack, state: state.text, app };
    const { url, keep } = await askNetwork(() => oauth.start(ask, this.http));

    const kept: Kept = { keep: { ...keep }, app: { ...app }, brand };
    const sealed = this.box.seal(JSON.stringify(kept), keptFor(state.hash));
    await this.db.transaction(caller.workspaceId, (tx) =>
      new ConnectingStore(tx.sql, tx.workspaceId).add({
        stateHash: state.hash,
        agentId: caller.id,
        network: id,
        apiBase,
        sealed,
      }),
    );
    return { url };
  }
}
