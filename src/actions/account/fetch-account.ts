import { Injectable } from '@nestjs/common';
import { SendFailure } from '../../networks/kit/failure.js';
import type { Network } from '../../networks/kit/network.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Page } from '../../networks/kit/source.js';
import type { Http } from '../../platform/http/http.js';
import { HttpClient } from '../../platform/http/http-client.js';
import type { Account } from '../../store/account/account.store.js';
import { AccountDoor } from '../account-door.js';
import { CursorMoved, KeepFetched } from './keep-fetched.js';
import { StopAccount } from './stop-account.js';

const usualSeconds = 60;
const afterFailureSeconds = 30;

/** Asks a network what is new for one account. What it tells and the place to go on from are stored together. */
@Injectable()
export class FetchAccount {
  constructor(
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
    private readonly keep: KeepFetched,
    private readonly stop: StopAccount,
  ) {}

  /**
   * Seconds until it should be asked again; null when it cannot be asked at all. When the signal ends it, nothing is kept
   * of it: the next one asks from the same place.
   */
  async run(place: { readonly workspaceId: number; readonly id: string }, signal: AbortSignal): Promise<number | null> {
    const account = await this.keep.account(place);
    const network = account ? this.networks.named(account.network) : undefined;
    if (!account || !network?.poll) return null;
    try {
      const page = await network.poll(account.cursor, this.door.access(account), until(signal, this.http));
      await this.keep.page(account, page);
      return waitOf(network, page);
    } catch (error) {
      return signal.aborted ? null : this.failed(account, error);
    }
  }

  private async failed(account: Account, error: unknown): Promise<number> {
    if (error instanceof CursorMoved) return 0;
    const told = error instanceof Error ? error.message : String(error);
    await this.keep.failed(account, told);
    if (!(error instanceof SendFailure)) return afterFailureSeconds;
    if (error.kind === 'needs-reauth') await this.stop.run(account, { code: error.code, detail: told });
    return Math.max((error.retryAfterMs ?? 0) / 1000, afterFailureSeconds);
  }
}

function waitOf(network: Network, page: Page): number {
  if (page.more) return 0;
  const pause = (page.budget?.pauseMs ?? 0) / 1000;
  return Math.max(page.waitSeconds ?? network.pollSeconds ?? usualSeconds, pause);
}

/** A network may hold a question open for half a minute; whoever has to stop does not wait for its answer. */
function until(signal: AbortSignal, http: Http): Http {
  const ended = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('stopped'));
    });
  });
  // Nobody may be waiting when it comes.
  ended.catch(() => null);
  return { request: (ask) => Promise.race([http.request(ask), ended]) };
}
