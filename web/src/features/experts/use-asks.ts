import { useQuery } from '@tanstack/react-query';
import {
  applyToAskList,
  type Actor,
  type AskList,
  type AskListName,
  type LiveEvent,
} from '../../../../src/contract/index.js';
import { asks } from '../../api/experts.js';
import { useMe } from '../../api/use-me.js';
import { loadCurrent } from '../../live/event-ring.js';
import { useLive } from '../../live/live-context.js';

export interface LoadedAsks extends AskList {
  list: AskListName;
  me: Actor;
}

export const asksKey = 'asks';

export function applyToLoadedAsks(screen: LoadedAsks, event: LiveEvent): LoadedAsks {
  const next = applyToAskList(screen, event);
  return next === screen ? screen : { ...screen, asks: next.asks };
}

/** One list of questions, kept up to date by what is heard. */
export function useAsks(list: AskListName) {
  const { client } = useLive();
  const { agent: me } = useMe();
  return useQuery({
    queryKey: [asksKey, list],
    queryFn: async (): Promise<LoadedAsks> => {
      const load = async () => ({ ...(await asks.list(list)), list, me });
      return loadCurrent(client.ring, load, applyToLoadedAsks);
    },
    staleTime: Infinity,
  });
}
