import type { QueryClient } from '@tanstack/react-query';
import { applyToList, type ListScreen, type LiveEvent, type ViewName } from '../../../../../src/contract/index.js';
import { tickets, type PageAsk } from '../../../api/tickets.js';
import { loadCurrent, type EventRing } from '../../../live/event-ring.js';
import { serverTime } from '../../../live/server-now.js';
import type { Filters } from '../place.js';

/** A list in the query cache: what is loaded, and where the next page begins. */
export interface LoadedList extends ListScreen {
  next: string | null;
  cursor: string;
}

export interface ListSource {
  view: ViewName;
  filters: Filters;
  me: string;
  ring: EventRing;
}

const pageSize = 100;
const largestPage = 200;

export function listKey(view: ViewName, filters: Filters) {
  const { order = 'urgency', network = null, lane = null, topic = null, language = null } = filters;
  return ['tickets', view, order, network, lane, topic, language] as const;
}

function askOf({ view, filters }: ListSource): PageAsk {
  const ask: PageAsk = { view, order: filters.order ?? 'urgency' };
  if (filters.network) ask.network = filters.network;
  if (filters.lane) ask.lane = filters.lane;
  if (filters.topic) ask.topic = filters.topic;
  if (filters.language) ask.language = filters.language;
  return ask;
}

/** The first page, or as many rows as are on the screen already: a refreshed list must not jump back to its top. */
export function loadList(source: ListSource, wanted: number): Promise<LoadedList> {
  return loadCurrent(source.ring, () => readList(source, Math.max(pageSize, wanted)), applyToLoaded);
}

async function readList(source: ListSource, wanted: number): Promise<LoadedList> {
  let list = await readPage(source, null, Math.min(wanted, largestPage));
  while (list.next !== null && list.rows.length < wanted) {
    list = joined(list, await readPage(source, list.next, largestPage));
  }
  return list;
}

async function readPage(source: ListSource, after: string | null, limit: number): Promise<LoadedList> {
  const ask = askOf(source);
  const page = await tickets.page(after === null ? { ...ask, limit } : { ...ask, limit, after });
  const { network = null, lane = null, topic = null, language = null } = ask;
  const now = new Date(serverTime.now()).toISOString();
  return {
    ask: { view: ask.view, order: ask.order, network, lane, topic, language, me: source.me, now },
    rows: page.rows,
    complete: page.next === null,
    next: page.next,
    cursor: page.cursor,
  };
}

/** The cursor stays the older page's: what happened between the two is then applied to both. */
function joined(list: LoadedList, more: LoadedList): LoadedList {
  const known = new Set(list.rows.map((row) => row.id));
  const rows = [...list.rows, ...more.rows.filter((row) => !known.has(row.id))];
  return { ...list, rows, complete: more.complete, next: more.next };
}

/** Adds the next page to the list that is in the cache by then. */
export async function loadMore(source: ListSource, cache: QueryClient): Promise<void> {
  const key = listKey(source.view, source.filters);
  const next = cache.getQueryData<LoadedList>(key)?.next;
  if (!next) return;
  const page = await loadCurrent(source.ring, () => readPage(source, next, largestPage), applyToLoaded);
  cache.setQueryData<LoadedList>(key, (list) => (list?.next === next ? joined(list, page) : list));
}

export function applyToLoaded(list: LoadedList, event: LiveEvent): LoadedList {
  const asked = { ...list.ask, now: new Date(serverTime.now()).toISOString() };
  const next = applyToList({ ask: asked, rows: list.rows, complete: list.complete }, event);
  return next.rows === list.rows ? list : { ...list, rows: next.rows };
}
