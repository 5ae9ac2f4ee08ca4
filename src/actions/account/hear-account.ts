import { Injectable } from '@nestjs/common';
import { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { SocketClient } from '../../platform/http/socket-client.js';
import type { Account } from '../../store/account/account.store.js';
import { AccountDoor } from '../account-door.js';
import { KeepFetched } from './keep-fetched.js';

/** Listens to a network's stream for one account. It makes news come sooner; what it misses, fetching finds. */
@Injectable()
export class HearAccount {
  constructor(
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
    private readonly sockets: SocketClient,
    private readonly keep: KeepFetched,
  ) {}

  /** Resolves when the stream ends, however it does; false where there is none to listen to. */
  async run(account: Account, by: { readonly signal: AbortSignal; readonly wake: () => void }): Promise<boolean> {
    const network = this.networks.named(account.network);
    if (!network?.stream) return false;
    const port = {
      http: this.http,
      sockets: this.sockets,
      signal: by.signal,
      wake: by.wake,
      deliver: (item: Parameters<KeepFetched['item']>[1]) => this.keep.item(account, item),
    };
    try {
      await network.stream(this.door.access(account), port);
    } catch (error) {
      // That a stream cannot be had is no news for anybody: fetching goes on, and says what is wrong with the account.
      if (!(error instanceof SendFailure)) throw error;
    }
    return true;
  }
}
