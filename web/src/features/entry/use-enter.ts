import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../../src/contract/index.js';
import { meQuery, setupQuery } from '../../api/session.js';
import { sessionLost } from '../../api/session-lost.js';

/** What is known of the one who has just signed in; nothing of whoever was here before stays. */
export function useEnter(): (me: Me) => void {
  const cache = useQueryClient();
  return (me) => {
    cache.setQueryData(meQuery.queryKey, me);
    cache.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
    void cache.invalidateQueries({ queryKey: setupQuery.queryKey });
    sessionLost.set(false);
  };
}
