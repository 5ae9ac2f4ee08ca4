import { Injectable } from '@nestjs/common';
import { Networks } from '../../networks/kit/networks.js';
import {
  endListening,
  leaseListening,
  listeningAccounts,
  renewListening,
  type Account,
} from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';

/** A listener that has not renewed its right by then is taken for dead, and another process listens. */
const leaseSeconds = 15;

export interface HeldAccount {
  readonly account: Account;
  readonly token: number;
}

/** The right to listen to an account: of all processes, one has it. */
@Injectable()
export class HoldAccount {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
  ) {}

  /** The accounts that have to be asked or listened to, whoever does it. */
  async wanted(): Promise<Account[]> {
    const accounts = await this.db.read((sql) => listeningAccounts(sql));
    return accounts.filter((account) => {
      const network = this.networks.named(account.network);
      return network !== undefined && ('poll' in network || 'stream' in network);
    });
  }

  /** Null while another process has it. */
  async take(account: Account): Promise<HeldAccount | null> {
    const { workspaceId, id } = account;
    const token = await this.db.everywhere((sql) => leaseListening(sql, { workspaceId, id, seconds: leaseSeconds }));
    return token === null ? null : { account, token };
  }

  /** False when it was lost, or the account is not to be listened to any more. */
  keep({ account: { workspaceId, id }, token }: HeldAccount): Promise<boolean> {
    return this.db.everywhere((sql) => renewListening(sql, { workspaceId, id, token, seconds: leaseSeconds }));
  }

  letGo({ account: { workspaceId, id }, token }: HeldAccount): Promise<void> {
    return this.db.everywhere((sql) => endListening(sql, { workspaceId, id, token }));
  }
}
