import { Injectable } from '@nestjs/common';
import { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Fetched } from '../../networks/kit/source.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { Database } from '../../store/database.js';
import { AccountDoor } from '../account-door.js';
import { KeepFetched } from '../account/keep-fetched.js';

interface Ask {
  readonly workspaceId: number;
  readonly accountId: string;
  readonly thin: string;
}

/** Some networks tell only that somebody has written: what they wrote is asked for, and comes the usual way in. */
@Injectable()
export class ReadThin {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
    private readonly keep: KeepFetched,
  ) {}

  async run(ask: Ask): Promise<void> {
    const account = await this.db.transaction(ask.workspaceId, (tx) => tx.accounts.find(ask.accountId));
    const network = account ? this.networks.named(account.network) : undefined;
    if (!account || !network?.read) return;
    const found = await network.read(ask.thin, this.door.access(account), this.http).catch(nothing);
    for (const item of found) await this.keep.item(account, item);
  }
}

/** The network will not tell: what it told by half has to do. Anything else is tried again. */
function nothing(error: unknown): readonly Fetched[] {
  if (error instanceof SendFailure && error.kind !== 'try-again' && error.kind !== 'rate-limited') return [];
  throw error;
}
