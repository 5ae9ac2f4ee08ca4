import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let lost = false;

/** Whether the server has told us, at any request, that nobody is signed in here. */
export const sessionLost = {
  set(next: boolean): void {
    if (lost === next) return;
    lost = next;
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useSessionLost(): boolean {
  return useSyncExternalStore(subscribe, () => lost);
}
