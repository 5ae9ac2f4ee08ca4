import { useSyncExternalStore } from 'react';
import type { StoredFile } from '../../../api/files.js';
import { modes, type Mode } from './modes.js';

export interface Draft {
  text: string;
  files: readonly StoredFile[];
  /** Null until the writer has chosen: then it follows from where the customer wrote. */
  mode: Mode | null;
  /** What is said in public beside a private answer; null for nothing. */
  line: string | null;
  /** The reply's own id: the same for every try, so that a repeated one is not sent twice. */
  clientId: string | null;
  /** The last try that was not refused: its words, and what it said besides. */
  tried: Tried | null;
}

export interface Tried {
  content: string;
  seenMessageId: string | null;
  anyway: boolean;
}

const prefix = 'relais.draft.';
const empty: Draft = { text: '', files: [], mode: null, line: null, clientId: null, tried: null };
const known = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** What was being written on a ticket: kept over navigation and reload until it is sent or cleared. */
export function draftOf(ticketId: string): Draft {
  const kept = known.get(ticketId);
  if (kept) return kept;
  const read = readDraft(ticketId);
  known.set(ticketId, read);
  return read;
}

export function changeDraft(ticketId: string, change: Partial<Draft>): void {
  const next = { ...draftOf(ticketId), ...change };
  known.set(ticketId, next);
  writeDraft(ticketId, next);
  for (const listener of listeners) listener();
}

/** The mode stays: an answer in private is mostly followed by another one. */
export function clearDraft(ticketId: string): void {
  changeDraft(ticketId, { text: '', files: [], line: null, clientId: null, tried: null });
}

export function useDraft(ticketId: string): Draft {
  return useSyncExternalStore(subscribe, () => draftOf(ticketId));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const onStorage = (event: StorageEvent) => {
    if (!event.key?.startsWith(prefix)) return;
    known.delete(event.key.slice(prefix.length));
    listener();
  };
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

function writeDraft(ticketId: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.files.length === 0 && draft.mode === null)
      localStorage.removeItem(prefix + ticketId);
    else localStorage.setItem(prefix + ticketId, JSON.stringify(draft));
  } catch {
    // Full or forbidden storage: the draft then lasts as long as the page.
    return;
  }
}

function readDraft(ticketId: string): Draft {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(prefix + ticketId) ?? 'null');
    return typeof told === 'object' && told !== null ? draftFrom({ ...told }) : empty;
  } catch {
    // Not ours, or storage is forbidden: begin with nothing.
    return empty;
  }
}

function draftFrom(told: Record<string, unknown>): Draft {
  const { text, files, clientId, line } = told;
  return {
    text: typeof text === 'string' ? text : '',
    files: Array.isArray(files) ? files.filter(isFile) : [],
    mode: modes.find((mode) => mode === told['mode']) ?? null,
    line: typeof line === 'string' ? line : null,
    clientId: typeof clientId === 'string' ? clientId : null,
    tried: triedFrom(told['tried']),
  };
}

function triedFrom(told: unknown): Tried | null {
  if (typeof told !== 'object' || told === null || !('content' in told) || typeof told.content !== 'string')
    return null;
  const seen = 'seenMessageId' in told && typeof told.seenMessageId === 'string' ? told.seenMessageId : null;
  return { content: told.content, seenMessageId: seen, anyway: 'anyway' in told && told.anyway === true };
}

function isFile(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value;
}
