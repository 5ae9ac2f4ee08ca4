import { Injectable } from '@nestjs/common';
import type { AccountView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { SecretBox } from '../../platform/secret-box.js';
import { ConnectingStore } from '../../store/account/connecting.store.js';
import { Database } from '../../store/database.js';
import { readScopedToken } from '../../store/team/scoped-token.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { askNetwork } from './ask-network.js';
import { ConnectAccount } from './connect-account.js';
import { keptFor, keptFrom } from './kept.js';

/** An administrator is back from the network with its code: connects the account, or renews it. */
@Injectable()
export class FinishConsent {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly http: HttpClient,
    private readonly box: SecretBox,
    private readonly connect: ConnectAccount,
  ) {}

  /** Only for the one who went: a link with somebody else's code must not connect their account here. */
  async run(caller: Caller, back: { readonly state: string; readonly code: string }): Promise<AccountView> {
    mustAllow(caller, 'accounts.manage');
    const asked = readScopedToken(back.state);
    if (asked?.workspaceId !== caller.workspaceId) throw new Refusal('link.invalid', {});
    const row = await this.db.transaction(caller.workspaceId, (tx) =>
      new ConnectingStore(tx.sql, tx.workspaceId).take(asked.hash, caller.id),
    );
    if (!row) throw new Refusal('link.invalid', {});

    const { oauth } = this.networks.need(row.network);
    if (!oauth) throw new Refusal('network.unknown', { network: row.network });
    const { keep, app, brand } = keptFrom(this.box.open(row.sealed, keptFor(asked.hash)));
    const settings = await askNetwork(() => oauth.finish({ code: back.code, keep }, this.http));
    const form = { network: row.network, apiBase: row.apiBase, app, settings, byConsent: true };
    return this.connect.orRenew(caller, { ...form, brand });
  }
}
