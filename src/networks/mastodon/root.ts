import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields, id, list, record, type Fields } from '../kit/read.js';
import { read } from './call.js';
import { isDirect, type Status } from './status.js';

export type RootFinder = (status: Status) => Promise<Fields | null>;

const steps = 20;

/**
 * Finds the first status of a thread; null when there is none to find. Never throws: a thread that cannot be
 * read must not keep a message from arriving. Each thread is asked for once, and after a rate limit none is.
 */
export function rootFinder(account: AccountAccess, http: Http): RootFinder {
  const found = new Map<string, Promise<Fields | null>>();
  let isLimited = false;

  async function find(status: Status): Promise<Fields | null> {
    try {
      return (await fromContext(status.id)) ?? (await climb(status.parentId));
    } catch (error) {
      if (!(error instanceof SendFailure)) throw error;
      isLimited ||= error.kind === 'rate-limited';
      return null;
    }
  }

  async function fromContext(statusId: string): Promise<Fields | undefined> {
    const answer = await readOr404(`/api/v1/statuses/${encodeURIComponent(statusId)}/context`);
    return record(list(answer?.['ancestors'])[0]);
  }

  /** For a server without contexts, and for a parent that has not reached them yet. */
  async function climb(parentId: string | undefined): Promise<Fields | null> {
    let root: Fields | null = null;
    let next = parentId;
    for (let step = 0; step < steps && next !== undefined; step += 1) {
      const parent = await readOr404(`/api/v1/statuses/${encodeURIComponent(next)}`);
      if (id(parent?.['id']) === undefined) break;
      root = parent ?? null;
      next = id(parent?.['in_reply_to_id']);
    }
    return root;
  }

  async function readOr404(path: string): Promise<Fields | undefined> {
    try {
      return fields((await read(account, http, path)).json());
    } catch (error) {
      if (error instanceof SendFailure && error.kind === 'rejected') return undefined;
      throw error;
    }
  }

  return async (status) => {
    if (status.parentId === undefined || isDirect(status)) return null;
    const known = found.get(status.parentId);
    if (known !== undefined || isLimited) return known ?? null;
    const pending = find(status);
    found.set(status.parentId, pending);
    return pending;
  };
}
