import type { Actor } from '../domain/team/policy.js';
import { isInAskList } from './ask-sight.js';
import type { AskListName, AskView } from './expert-views.js';
import type { LiveEvent } from './live-event.js';

/** As many as a list shows. */
export const mostAsks = 200;

export interface AskListScreen {
  list: AskListName;
  me: Actor;
  asks: AskView[];
}

/** The list after an event; the same object when the event says nothing new of it. */
export function applyToAskList(screen: AskListScreen, event: LiveEvent): AskListScreen {
  if (event.type === 'ask.left') return without(screen, event.askId);
  if (event.type !== 'ask.changed') return screen;
  const { ask } = event;
  if (isOlder(screen.asks, ask)) return screen;
  if (!isInAskList(screen.me, screen.list, ask)) return without(screen, ask.id);
  const others = screen.asks.filter(({ id }) => id !== ask.id);
  return { ...screen, asks: [...others, ask].sort(newestFirst).slice(0, mostAsks) };
}

/** The questions of a ticket after one of them has changed, in the order in which they were asked. */
export function withAsk(asks: readonly AskView[], ask: AskView): AskView[] {
  if (isOlder(asks, ask)) return [...asks];
  return [...asks.filter(({ id }) => id !== ask.id), ask].sort((a, b) => newestFirst(b, a));
}

function isOlder(asks: readonly AskView[], { id, version }: AskView): boolean {
  return asks.some((one) => one.id === id && one.version >= version);
}

function without(screen: AskListScreen, askId: string): AskListScreen {
  const asks = screen.asks.filter(({ id }) => id !== askId);
  return asks.length === screen.asks.length ? screen : { ...screen, asks };
}

function newestFirst(a: AskView, b: AskView): number {
  return a.id < b.id ? 1 : -1;
}
