import { ours } from '../domain/ticket/ticket-state.js';
import type { LiveEvent } from './live-event.js';
import type { TicketRow, ViewName } from './views.js';

export const listOrders = ['urgency', 'oldest', 'newest'] as const;
export type ListOrder = (typeof listOrders)[number];

/** What a list shows. `me` is the agent who looks, `now` the instant that "late" and "soon" are judged at. */
export interface ListAsk {
  view: ViewName;
  order: ListOrder;
  network: string | null;
  lane: string | null;
  topic: string | null;
  language: string | null;
  me: string;
  now: string;
}

/** A list as far as it is loaded: the first rows of the answer to `ask`, or all of them when `complete`. */
export interface ListScreen {
  ask: ListAsk;
  rows: TicketRow[];
  complete: boolean;
}

const hour = 3_600_000;
/** Shorter than the shortest usual promise: else all that is new would be at risk. */
export const riskMinutes = 15;
export const windowHours = 4;

type Belongs = (row: TicketRow, me: string, now: number) => boolean;
const open: Belongs = (row) => row.state !== 'closed';
const isOurs: Belongs = (row) => ours.includes(row.state);
const within = (at: string | null, now: number, hours: number): boolean =>
  at !== null && Date.parse(at) > now && Date.parse(at) <= now + hours * hour;

/** Which rows a view holds; `store/ticket/ticket-list.view.ts` says the same in SQL, and a test holds them together. */
const views: Readonly<Record<ViewName, Belongs>> = {
  todo: (row, me, now) => isOurs(row, me, now) && row.owner?.id === me,
  waiting: (row, me, now) => open(row, me, now) && !isOurs(row, me, now) && row.owner?.id === me,
  drafts: (row, me) => row.drafters.some(({ id }) => id === me),
  'to-approve': (row, me) => row.approverIds.includes(me),
  unassigned: (row, me, now) => isOurs(row, me, now) && row.owner === null,
  'at-risk': (row, me, now) => isOurs(row, me, now) && within(row.dueAt, now, riskMinutes / 60),
  late: (row, me, now) => isOurs(row, me, now) && row.dueAt !== null && Date.parse(row.dueAt) <= now,
  window: (row, me, now) => isOurs(row, me, now) && within(row.windowAt, now, windowHours),
  failed: (row) => row.troubledSends > 0,
  care: (row, me, now) => open(row, me, now) && row.lane === 'care',
  community: (row, me, now) => open(row, me, now) && row.lane === 'community',
  expert: (row, me, now) => open(row, me, now) && row.lane === 'expert',
  all: open,
  closed: (row) => row.state === 'closed',
};

/** Does the row stand in the list that was asked for? Sight is the server's matter, not this one's. */
export function belongs(row: TicketRow, ask: ListAsk): boolean {
  return (
    views[ask.view](row, ask.me, Date.parse(ask.now)) &&
    (ask.network === null || row.account.network === ask.network) &&
    (ask.lane === null || row.lane === ask.lane) &&
    (ask.topic === null || row.topic === ask.topic) &&
    (ask.language === null || row.language === ask.language)
  );
}

/** Negative when `a` stands above `b`. Total: ids settle what times leave open. */
export function compareRows(a: TicketRow, b: TicketRow, { view, order }: Pick<ListAsk, 'view' | 'order'>): number {
  const key = orderOf(view, order);
  const [left, right] = [orderKey(a, key), orderKey(b, key)];
  const sign = key === 'newest' ? -1 : 1;
  if (left !== right) return left < right ? -sign : sign;
  return a.id < b.id ? -sign : a.id > b.id ? sign : 0;
}

/** Of what is closed nothing waits and nothing is urgent: its lists go by the last activity. */
export function orderOf(view: ViewName, order: ListOrder): ListOrder | 'least-active' {
  if (view !== 'closed') return order;
  return order === 'oldest' ? 'least-active' : 'newest';
}

function orderKey(row: TicketRow, order: ListOrder | 'least-active'): string {
  switch (order) {
    case 'urgency':
      return row.urgentAt;
    case 'oldest':
      return row.waitingSince ?? row.lastActivityAt;
    case 'newest':
    case 'least-active':
      return row.lastActivityAt;
  }
}

/**
 * The list after an event. Of an incomplete list only the loaded part is kept true: a row that belongs below
 * it is not shown, and the screen stays a beginning of what a fresh load would give.
 */
export function applyToList(screen: ListScreen, event: LiveEvent): ListScreen {
  if (event.type === 'ticket.left') return without(screen, event.ticketId);
  if (event.type !== 'ticket.changed') return screen;

  const { ticket } = event;
  const known = screen.rows.find((row) => row.id === ticket.id);
  if (known && known.version >= ticket.version) return screen;

  const rest = without(screen, ticket.id);
  if (!belongs(ticket, screen.ask)) return rest;

  const at = rest.rows.findIndex((row) => compareRows(ticket, row, screen.ask) < 0);
  if (at === -1 && !screen.complete) return rest;
  const place = at === -1 ? rest.rows.length : at;
  return { ...screen, rows: rest.rows.toSpliced(place, 0, ticket) };
}

function without(screen: ListScreen, ticketId: string): ListScreen {
  const rows = screen.rows.filter((row) => row.id !== ticketId);
  return rows.length === screen.rows.length ? screen : { ...screen, rows };
}
