import type { QueryClient } from '@tanstack/react-query';
import {
  applyToConversation,
  compareCursors,
  readCursor,
  type Conversation,
  type LiveEvent,
} from '../../../../src/contract/index.js';
import { queuesQuery, tickets } from '../../api/tickets.js';
import { rememberDepartures } from './departures.js';
import { applyToLoaded, type LoadedList } from './list/list-screen.js';
import { draftEars } from './own-words.js';

const lists = ['tickets'];
const conversations = ['ticket'];
const recountMs = 800;

export function conversationKey(ticketId: string) {
  return ['ticket', ticketId] as const;
}

/** Brings every list and conversation that is in the cache up to date. */
export function applyInboxEvents(cache: QueryClient, events: readonly LiveEvent[]): void {
  if (events.length === 0) return;
  rememberDepartures(events);
  draftEars()?.hear(events);
  for (const [key, list] of cache.getQueriesData<LoadedList>({ queryKey: lists })) {
    const next = list && events.reduce(applyToLoaded, list);
    if (next !== list) cache.setQueryData(key, next);
  }
  for (const [key, screen] of cache.getQueriesData<Conversation>({ queryKey: conversations })) {
    const next = screen && events.reduce(applyToConversation, screen);
    if (next !== screen) cache.setQueryData(key, next);
  }
  if (events.some(({ type }) => type === 'ticket.changed' || type === 'ticket.left')) recount(cache);
}

/** With the link down no event will come: what an act has changed is asked for again instead. */
export function askAgain(cache: QueryClient): void {
  for (const queryKey of [lists, conversations, queuesQuery.queryKey]) void cache.invalidateQueries({ queryKey });
  draftEars()?.again();
}

const recounting = new WeakSet<QueryClient>();

/** Counts change with nearly every event; they are asked for again about once a second at most. */
function recount(cache: QueryClient): void {
  if (recounting.has(cache)) return;
  recounting.add(cache);
  setTimeout(() => {
    recounting.delete(cache);
    void cache.invalidateQueries({ queryKey: queuesQuery.queryKey });
  }, recountMs);
}

/** Loads what is visible afresh. Gives the oldest cursor of the answers; null when it could not. */
export async function reloadInbox(cache: QueryClient): Promise<string | null> {
  try {
    for (const queryKey of [lists, conversations]) {
      cache.removeQueries({ queryKey, type: 'inactive' });
      await cache.refetchQueries({ queryKey, type: 'active' }, { throwOnError: true });
    }
    void cache.invalidateQueries({ queryKey: queuesQuery.queryKey });
    draftEars()?.again();
    return oldest(cursorsIn(cache)) ?? (await tickets.page({ view: 'todo', order: 'urgency', limit: 1 })).cursor;
  } catch {
    // Told on the screen by the query that failed; the next connection tries again.
    return null;
  }
}

function cursorsIn(cache: QueryClient): string[] {
  return [lists, conversations]
    .flatMap((queryKey) => cache.getQueriesData<{ cursor: string }>({ queryKey }))
    .flatMap(([, data]) => (data ? [data.cursor] : []));
}

function oldest(cursors: readonly string[]): string | undefined {
  return cursors.toSorted((a, b) => {
    const [left, right] = [readCursor(a), readCursor(b)];
    return left && right ? compareCursors(left, right) : 0;
  })[0];
}
