import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ViewName } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useLive } from '../../../live/live-context.js';
import type { Filters } from '../place.js';
import { listKey, loadList, loadMore, type ListSource, type LoadedList } from './list-screen.js';

/** Time alone moves tickets in and out of these. */
const timed: readonly ViewName[] = ['at-risk', 'late', 'window'];
const minute = 60_000;

export interface TicketList {
  query: UseQueryResult<LoadedList>;
  more: { busy: boolean; failed: boolean; load: () => void };
}

/** The list of a view; live events keep it true once it is loaded. */
export function useTicketList(view: ViewName, filters: Filters): TicketList {
  const { agent } = useMe();
  const { client } = useLive();
  const cache = useQueryClient();
  const source = useMemo<ListSource>(
    () => ({ view, filters, me: agent.id, ring: client.ring }),
    [view, filters, agent.id, client],
  );
  const queryKey = listKey(view, filters);
  const query = useQuery({
    queryKey,
    queryFn: async () => {
      const list = await loadList(source, cache.getQueryData<LoadedList>(queryKey)?.rows.length ?? 0);
      client.loaded(list.cursor);
      return list;
    },
    staleTime: Infinity,
    refetchInterval: timed.includes(view) ? minute : false,
  });
  return { query, more: useMore(source) };
}

function useMore(source: ListSource): TicketList['more'] {
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    loadMore(source, cache)
      .catch(() => {
        setFailed(true);
      })
      .finally(() => {
        setBusy(false);
      });
  }, [busy, source, cache]);
  return { busy, failed, load };
}
