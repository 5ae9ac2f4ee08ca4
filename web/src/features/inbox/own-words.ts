import { useSyncExternalStore } from 'react';
import type { LiveEvent } from '../../../../src/contract/index.js';

/**
 * What the list shows of one's own drafts. The drafts themselves come later, with the composer: until then there are
 * none, and nobody listens.
 */
const words = new Map<string, string>();
const listeners = new Set<() => void>();

export function useOwnWords(ticketId: string): string {
  return useSyncExternalStore(subscribe, () => words.get(ticketId) ?? '');
}

export function setOwnWords(ticketId: string, text: string): void {
  if ((words.get(ticketId) ?? '') === text) return;
  if (text === '') words.delete(ticketId);
  else words.set(ticketId, text);
  for (const listener of listeners) listener();
}

export interface DraftEars {
  hear: (events: readonly LiveEvent[]) => void;
  /** Something may have been missed. */
  again: () => void;
}
let ears: DraftEars | null = null;

export function listenToDrafts(next: DraftEars): void {
  ears = next;
}

/** What is heard of drafts, for whoever keeps them. */
export function draftEars(): DraftEars | null {
  return ears;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
