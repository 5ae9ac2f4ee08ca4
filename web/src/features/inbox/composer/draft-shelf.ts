import type { StoredFile } from '../../../api/files.js';
import { nothing, type Draft, type Tried } from './draft.js';
import { modes } from './modes.js';

/** What is written is kept in the browser as well: without a server there is still nothing lost. */
interface Shelved {
  current: Draft;
  aside: readonly Draft[];
}

const prefix = 'relais.draft.';
const keyOf = (owner: string, ticketId: string): string => `${prefix}${owner}.${ticketId}`;

export function keep(owner: string, ticketId: string, { current, aside }: Shelved): void {
  try {
    localStorage.setItem(keyOf(owner, ticketId), JSON.stringify({ ...current, aside }));
  } catch {
    // Full or forbidden storage: the draft then lasts as long as the page.
    return;
  }
}

export function forget(owner: string, ticketId: string): void {
  try {
    localStorage.removeItem(keyOf(owner, ticketId));
  } catch {
    // Forbidden storage holds nothing.
    return;
  }
}

export function read(owner: string, ticketId: string): Shelved {
  try {
    const told = recordOf(JSON.parse(localStorage.getItem(keyOf(owner, ticketId)) ?? 'null'));
    const aside: unknown[] = Array.isArray(told['aside']) ? told['aside'] : [];
    return { current: draftFrom(told), aside: aside.map((one) => draftFrom(recordOf(one))) };
  } catch {
    // Not ours, or storage is forbidden: begin with nothing.
    return { current: nothing, aside: [] };
  }
}

/** On which tickets this browser has something of theirs. */
export function ticketsKept(owner: string): string[] {
  const own = keyOf(owner, '');
  try {
    return Object.keys(localStorage).flatMap((key) => (key.startsWith(own) ? [key.slice(own.length)] : []));
  } catch {
    // Forbidden storage holds nothing.
    return [];
  }
}

function recordOf(told: unknown): Record<string, unknown> {
  return typeof told === 'object' && told !== null ? { ...told } : {};
}

function draftFrom(told: Record<string, unknown>): Draft {
  const { text, files, clientId, line, id, base } = told;
  return {
    text: typeof text === 'string' ? text : '',
    files: Array.isArray(files) ? files.filter(isFile) : [],
    mode: modes.find((mode) => mode === told['mode']) ?? null,
    line: typeof line === 'string' ? line : null,
    clientId: typeof clientId === 'string' ? clientId : null,
    tried: triedFrom(told['tried']),
    id: typeof id === 'string' ? id : null,
    base: typeof base === 'number' ? base : 0,
    unsaved: told['unsaved'] === true,
    shared: told['shared'] === true,
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
