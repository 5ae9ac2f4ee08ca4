import type { QueryClient } from '@tanstack/react-query';
import {
  applyToConversation,
  compareCursors,
  readCursor,
  type Conversation,
  type LiveEvent,
  type TicketRow,
} from '../../../../src/contract/index.js';
import { queuesQuery, tickets } from '../../api/tickets.js';
import { rememberDepartures } from './departures.js';
import { applyToLoaded, type LoadedList } from './list/list-screen.js';

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

/**
 * What an act of one's own answered, for the lists only: a conversation also needs the clocks and the reasons, and
 * those come with the event, which the same version told early would make it ignore.
 */
export function applyAnswer(cache: QueryClient, row: TicketRow): void {
  const event: LiveEvent = {
    type: 'ticket.changed',
    ticket: row,
    why: { topic: { id: null, confidence: 0, words: [] }, lane: { lane: row.lane, rule: '' }, assignment: null },
    clocks: [],
    was: null,
    cause: '',
    actorId: null,
  };
  rememberDepartures([event]);
  for (const [key, list] of cache.getQueriesData<LoadedList>({ queryKey: lists })) {
    const next = list && applyToLoaded(list, event);
    if (next !== list) cache.setQueryData(key, next);
  }
  recount(cache);
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
