import { useQueryClient } from '@tanstack/react-query';
import type { AccountView } from '../../../../src/contract/index.js';
import { accountsQuery } from '../../api/accounts.js';
import { withAccount } from './apply-live.js';

/** Puts what an act answered on the screen, unless the feed has told something newer. */
export function useKeepAccount(): (account: AccountView) => void {
  const cache = useQueryClient();
  return (account) => {
    cache.setQueryData(accountsQuery.queryKey, (known) => known && withAccount(known, account));
  };
}
