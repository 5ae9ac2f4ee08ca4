import { useSyncExternalStore } from 'react';
import type { LiveEvent, TicketRow } from '../../../../src/contract/index.js';

interface Departure {
  /** As it is now; null when it has left this agent's sight. */
  row: TicketRow | null;
  version: number;
}

const kept = 500;
const last = new Map<string, Departure>();
const listeners = new Set<() => void>();

/** Keeps the newest word about tickets that changed lately: what leaves a list or the screen can then say why. */
export function rememberDepartures(events: readonly LiveEvent[]): void {
  for (const event of events) {
    if (event.type === 'ticket.changed')
      remember(event.ticket.id, { row: event.ticket, version: event.ticket.version });
    if (event.type === 'ticket.left') remember(event.ticketId, { row: null, version: event.version });
  }
  for (const listener of listeners) listener();
}

export function departureOf(ticketId: string): Departure | null {
  return last.get(ticketId) ?? null;
}

/** The ticket was in sight, and is no longer. */
export function useHasLeft(ticketId: string): boolean {
  return useSyncExternalStore(subscribe, () => departureOf(ticketId)?.row === null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function remember(ticketId: string, departure: Departure): void {
  const known = last.get(ticketId);
  if (known && known.version > departure.version) return;
  last.delete(ticketId);
  last.set(ticketId, departure);
  for (const oldest of last.keys()) {
    if (last.size <= kept) return;
    last.delete(oldest);
  }
}
