import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '../../../../src/contract/index.js';
import { expertsQuery } from '../../api/experts.js';
import { applyToLoadedAsks, asksKey, type LoadedAsks } from './use-asks.js';

export function applyAskEvents(cache: QueryClient, events: readonly LiveEvent[]): void {
  for (const [key, screen] of cache.getQueriesData<LoadedAsks>({ queryKey: [asksKey] })) {
    const next = screen && events.reduce(applyToLoadedAsks, screen);
    if (next !== screen) cache.setQueryData(key, next);
  }
  if (events.some(({ type }) => type === 'team.changed')) {
    void cache.invalidateQueries({ queryKey: expertsQuery.queryKey });
  }
}

/** Loads the lists that are visible afresh; the others when they are next shown. */
export async function reloadAsks(cache: QueryClient): Promise<void> {
  cache.removeQueries({ queryKey: [asksKey], type: 'inactive' });
  await cache.refetchQueries({ queryKey: [asksKey], type: 'active' });
}
