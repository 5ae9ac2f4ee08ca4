import type { ApiCall, Failing, FaultOf } from '../kit/script.js';
import type { CustomerPost, CustomerStatus } from './customers.js';
import type { Published } from './model.js';

export interface OurAccount {
  readonly id: string;
  readonly acct: string;
  readonly accessToken: string;
}

export interface MastodonSimulator {
  readonly url: string;
  stop(): Promise<void>;
  /** All there is, but for consents under way and faults: to start another one with. */
  memory(): Buffer;
  addAccount(account: {
    readonly username: string;
    readonly displayName?: string;
    readonly scopes?: readonly string[];
  }): OurAccount;
  customerPosts(what: CustomerPost): CustomerStatus;
  customerEdits(id: string, text: string, isFollowed?: boolean): void;
  customerDeletes(id: string): void;
  customerFavourites(handle: string, id: string): void;
  /** One of our accounts writes in another client than Relais. */
  brandPosts(username: string, what: Omit<CustomerPost, 'handle'>): CustomerStatus;
  /** Everything that our accounts have published, each once, deleted or not. */
  published(): readonly Published[];
  calls(): readonly ApiCall[];
  fail(failing: Failing): void;
  cut(of?: FaultOf): void;
  stall(of?: FaultOf): void;
  /** One token, or all. */
  revokeToken(accessToken?: string): void;
  dropStreams(): void;
  streams(): number;
  setRateLimit(limit: number): void;
}
