import type { Http } from '../../platform/http/http.js';
import type { Sockets } from '../../platform/http/sockets.js';
import type { Budget } from './outbound.js';

/** One thing fetched from a network: stored raw, then parsed like any delivery. */
export interface Fetched {
  /** The same for the same thing, whenever it is fetched (id and edition). */
  readonly key: string;
  readonly body: unknown;
}

export interface Page {
  readonly items: readonly Fetched[];
  /** To ask with next time; opaque to everyone but the network. */
  readonly cursor: string;
  /** Ask again at once. */
  readonly more: boolean;
  /** Seconds until the next poll, where this answer says better than the network's `pollSeconds`; 0 for at once. */
  readonly waitSeconds?: number;
  readonly budget?: Budget;
}

/** What a stream may do. */
export interface StreamPort {
  readonly http: Http;
  readonly sockets: Sockets;
  readonly signal: AbortSignal;
  /** Something is new: poll now. */
  wake(): void;
  /** Something that no poll would ever find (a deletion). */
  deliver(item: Fetched): Promise<void>;
}
