import type { AccountAccess } from '../../kit/account.js';

export const threadsBase = 'https://graph.threads.net';

/** As the calls of `graph/` need it: Threads has a version of its own, and no proof of the app. */
export function atThreads(account: AccountAccess): AccountAccess {
  const base = account.apiBase.replace(/\/+$/u, '');
  return { ...account, app: {}, apiBase: /\/v\d+\.\d+$/u.test(base) ? base : `${base}/v1.0` };
}
