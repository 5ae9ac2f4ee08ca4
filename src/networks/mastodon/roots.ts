import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields, id, list, record, type Fields } from '../kit/read.js';
import { read } from './call.js';
import { isDirect, type Status } from './status.js';

const steps = 20;

/**
 * The first statuses of threads. Asks for each thread once, and for none after a rate limit: a thread that cannot
 * be read must not keep a message from arriving.
 */
export class Roots {
  private readonly found = new Map<string, Promise<Fields | null>>();
  private isLimited = false;

  constructor(
    private readonly account: AccountAccess,
    private readonly http: Http,
  ) {}

  /** Null when there is none but the status itself, or when it cannot be found. Never throws a `SendFailure`. */
  async of(status: Status): Promise<Fields | null> {
    if (status.parentId === undefined || isDirect(status)) return null;
    const known = this.found.get(status.parentId);
    if (known !== undefined || this.isLimited) return known ?? null;
    const pending = this.find(status);
    this.found.set(status.parentId, pending);
    return pending;
  }

  private async find(status: Status): Promise<Fields | null> {
    try {
      return (await this.fromContext(status.id)) ?? (await this.climb(status.parentId));
    } catch (error) {
      if (!(error instanceof SendFailure)) throw error;
      this.isLimited ||= error.kind === 'rate-limited';
      return null;
    }
  }

  private async fromContext(statusId: string): Promise<Fields | undefined> {
    const answer = await this.read(`/api/v1/statuses/${encodeURIComponent(statusId)}/context`);
    return record(list(answer['ancestors'])[0]);
  }

  /** For a server without contexts, and for a parent that has not reached them yet. */
  private async climb(parentId: string | undefined): Promise<Fields | null> {
    let root: Fields | null = null;
    let next = parentId;
    for (let step = 0; step < steps && next !== undefined; step += 1) {
      const parent = await this.read(`/api/v1/statuses/${encodeURIComponent(next)}`);
      if (id(parent['id']) === undefined) break;
      root = parent;
      next = id(parent['in_reply_to_id']);
    }
    return root;
  }

  /** Nothing when the server has no such thing, or no such call. */
  private async read(path: string): Promise<Fields> {
    try {
      return fields((await read(this.account, this.http, path)).json());
    } catch (error) {
      if (error instanceof SendFailure && error.kind === 'rejected') return {};
      throw error;
    }
  }
}
