import { useCallback, useSyncExternalStore } from 'react';
import { serverTime } from './server-now.js';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** One timer for all clocks on the screen: a hundred badges change together, in one paint. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** The server's time, in steps of so many milliseconds: the caller is drawn again only when a step has passed. */
export function useNow(step: number): number {
  const read = useCallback(() => Math.floor(serverTime.now() / step) * step, [step]);
  return useSyncExternalStore(subscribe, read);
}
