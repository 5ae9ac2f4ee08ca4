import type { Conversation, ReplyWay, ThreadView } from '../../../../../src/contract/index.js';

export const modes = ['public', 'private', 'note'] as const;
export type Mode = (typeof modes)[number];

/** A way to answer, with the exchange that it belongs to. */
export interface Route {
  thread: ThreadView;
  way: ReplyWay;
}
export type Routes = Record<'public' | 'private', Route | null>;

/** The best way to answer in each space, at this moment: open ones first, then an exchange that exists already. */
export function routesOf(screen: Conversation, now: number): Routes {
  const latest = latestIn(screen);
  const all = screen.threads.flatMap((thread) => thread.ways.map((way) => ({ thread, way: wayAt(way, now) })));
  const best = (space: ReplyWay['space']): Route | null => {
    const [first] = all
      .filter(({ way }) => way.space === space)
      .sort(
        (a, b) =>
          Number(b.way.open) - Number(a.way.open) ||
          Number(a.way.fromPublic) - Number(b.way.fromPublic) ||
          (latest.get(b.thread.id) ?? '').localeCompare(latest.get(a.thread.id) ?? ''),
      );
    return first ?? null;
  };
  return { public: best('public'), private: best('private') };
}

/** When each exchange was last written in by the customer. */
function latestIn(screen: Conversation): ReadonlyMap<string, string> {
  return new Map(
    screen.messages.filter(({ direction }) => direction === 'in').map(({ threadId, at }) => [threadId, at]),
  );
}

/** A way was judged when it was read; time may have shut it since. */
function wayAt(way: ReplyWay, now: number): ReplyWay {
  if (!way.open || way.closesAt === null || Date.parse(way.closesAt) > now) return way;
  return { ...way, open: false, shut: way.fromPublic ? 'private-too-late' : 'window-closed' };
}

/** Where the customer wrote last, when one can answer there; else where one can; else a note. */
export function firstMode(screen: Conversation, routes: Routes): Mode {
  const asked = screen.messages.findLast(({ direction }) => direction === 'in')?.space ?? screen.ticket.space;
  if (routes[asked]?.way.open) return asked;
  const other = asked === 'public' ? 'private' : 'public';
  if (routes[other]?.way.open) return other;
  return routes[asked] ? asked : 'note';
}
