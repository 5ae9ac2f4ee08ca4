import { useSyncExternalStore } from 'react';

interface Picked {
  ticketId: string;
  ids: ReadonlySet<string>;
}

let picked: Picked | null = null;
const listeners = new Set<() => void>();

function set(next: Picked | null): void {
  picked = next;
  for (const listener of listeners) listener();
}

/** The messages of a ticket that are being chosen to be parted from it; null when none are being chosen. */
export function usePicked(ticketId: string): ReadonlySet<string> | null {
  const now = useSyncExternalStore(subscribe, () => picked);
  return now?.ticketId === ticketId ? now.ids : null;
}

export function startPicking(ticketId: string): void {
  set({ ticketId, ids: new Set() });
}

export function stopPicking(): void {
  set(null);
}

export function togglePicked(id: string): void {
  if (!picked) return;
  const ids = new Set(picked.ids);
  if (!ids.delete(id)) ids.add(id);
  set({ ...picked, ids });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
