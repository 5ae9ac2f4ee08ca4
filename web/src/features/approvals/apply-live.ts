import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '../../../../src/contract/index.js';
import { applyToLoadedApprovals, approvalsKey, type LoadedApprovals } from './use-approvals.js';

export function applyApprovalEvents(cache: QueryClient, events: readonly LiveEvent[]): void {
  for (const [key, screen] of cache.getQueriesData<LoadedApprovals>({ queryKey: [approvalsKey] })) {
    const next = screen && events.reduce(applyToLoadedApprovals, screen);
    if (next !== screen) cache.setQueryData(key, next);
  }
}

/** Loads the lists that are visible afresh; the others when they are next shown. */
export async function reloadApprovals(cache: QueryClient): Promise<void> {
  cache.removeQueries({ queryKey: [approvalsKey], type: 'inactive' });
  await cache.refetchQueries({ queryKey: [approvalsKey], type: 'active' });
}
