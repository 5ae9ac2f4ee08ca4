import { useQuery } from '@tanstack/react-query';
import {
  applyToApprovals,
  type Actor,
  type ApprovalList,
  type ApprovalListName,
  type LiveEvent,
} from '../../../../src/contract/index.js';
import { approvals } from '../../api/approvals.js';
import { useMe } from '../../api/use-me.js';
import { loadCurrent } from '../../live/event-ring.js';
import { useLive } from '../../live/live-context.js';

export interface LoadedApprovals extends ApprovalList {
  list: ApprovalListName;
  me: Actor;
}

export const approvalsKey = 'approvals';

export function applyToLoadedApprovals(screen: LoadedApprovals, event: LiveEvent): LoadedApprovals {
  const next = applyToApprovals(screen, event);
  return next === screen ? screen : { ...screen, entries: next.entries };
}

/** One list of replies that wait for approval, kept up to date by what is heard. */
export function useApprovals(list: ApprovalListName) {
  const { client } = useLive();
  const { agent: me } = useMe();
  return useQuery({
    queryKey: [approvalsKey, list],
    queryFn: async (): Promise<LoadedApprovals> => {
      const load = async () => ({ ...(await approvals.list(list)), list, me });
      return loadCurrent(client.ring, load, applyToLoadedApprovals);
    },
    staleTime: Infinity,
  });
}
