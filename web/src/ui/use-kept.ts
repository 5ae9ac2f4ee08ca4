import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage can be forbidden by the browser's settings: the choice then lasts as long as the page.
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A choice of this browser's user (a width, a density), kept over reloads and shared by its tabs. */
export function useKept(name: string, initial: string): [string, (next: string) => void] {
  const key = `relais.${name}`;
  const value = useSyncExternalStore(subscribe, () => read(key) ?? initial);
  const set = useCallback(
    (next: string) => {
      try {
        localStorage.setItem(key, next);
      } catch {
        return;
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, set];
}
