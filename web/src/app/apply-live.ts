import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '../../../src/contract/index.js';
import { accountsQuery } from '../api/accounts.js';
import { meQuery } from '../api/session.js';
import { tickets } from '../api/tickets.js';
import { agentsQuery } from '../api/team.js';
import { applyAccountEvents } from '../features/accounts/apply-live.js';
import { applyApprovalEvents, reloadApprovals } from '../features/approvals/apply-live.js';
import { applyAskEvents, reloadAsks } from '../features/experts/apply-live.js';
import { applyInboxEvents, reloadInbox } from '../features/inbox/apply-live.js';

/** Brings every screen in the cache up to what has just been heard. */
export function applyLive(cache: QueryClient, events: readonly LiveEvent[]): void {
  applyInboxEvents(cache, events);
  applyAccountEvents(cache, events);
  applyAskEvents(cache, events);
  applyApprovalEvents(cache, events);
  if (events.some((event) => event.type === 'team.changed')) {
    void cache.invalidateQueries({ queryKey: agentsQuery.queryKey });
    void cache.invalidateQueries({ queryKey: meQuery.queryKey });
  }
}

/** Loads what is visible afresh, and gives the place in the feed to go on from; null when it could not. */
export async function reloadLive(cache: QueryClient): Promise<string | null> {
  const [cursor] = await Promise.all([
    reloadInbox(cache),
    cache.invalidateQueries({ queryKey: accountsQuery.queryKey }),
    cache.invalidateQueries({ queryKey: agentsQuery.queryKey }),
  ]);
  const place = cursor ?? (await askCursor());
  // Read behind the place to go on from: hearing something twice changes nothing, missing it would.
  await reloadAsks(cache);
  await reloadApprovals(cache);
  return place;
}

/** A place in the feed, for screens that hold nothing of it themselves. */
export function askCursor(): Promise<string | null> {
  const ask = { view: 'todo', order: 'urgency', limit: 1 } as const;
  return tickets.page(ask).then(
    ({ cursor }) => cursor,
    // Without an answer there is nowhere to begin; the next connection tries again.
    () => null,
  );
}
