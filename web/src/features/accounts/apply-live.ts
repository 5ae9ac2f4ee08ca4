import type { QueryClient } from '@tanstack/react-query';
import type { AccountView, LiveEvent } from '../../../../src/contract/index.js';
import { accountsQuery } from '../../api/accounts.js';

export function applyAccountEvents(cache: QueryClient, events: readonly LiveEvent[]): void {
  for (const event of events) {
    if (event.type !== 'account.changed') continue;
    cache.setQueryData(accountsQuery.queryKey, (known) => known && withAccount(known, event.account));
  }
}

/** The newer of the two views counts, whichever came first. */
export function withAccount(known: readonly AccountView[], account: AccountView): AccountView[] {
  const old = known.find((one) => one.id === account.id);
  if (!old) return [...known, account];
  if (old.version >= account.version) return [...known];
  return known.map((one) => (one === old ? account : one));
}
