import { useSyncExternalStore } from 'react';
import type { DraftView } from '../../../../../src/contract/index.js';
import { setOwnWords } from '../own-words.js';
import { isEmpty, meet, nothing, draftOfView, saysSame, type Draft } from './draft.js';
import { forget, keep, read, ticketsKept } from './draft-shelf.js';
import type { Mode } from './modes.js';

/** What one person writes on one ticket: what is in the composer, and what was begun in another mode. */
export interface Desk {
  current: Draft;
  aside: readonly Draft[];
  /** The same draft as another window has it: the writer has to choose. */
  conflict: DraftView | null;
}

const bare: Desk = { current: nothing, aside: [], conflict: null };
const desks = new Map<string, Desk>();
const listeners = new Set<() => void>();
let owner = '';
let onUnsaved: (ticketId: string) => void = () => {};

/** Whose drafts these are: another person at the same browser has others. */
export function belongTo(agentId: string): void {
  if (owner === agentId) return;
  owner = agentId;
  desks.clear();
  for (const ticketId of ticketsKept(agentId)) show(ticketId, deskOf(ticketId));
}

/** Told of each ticket on which something was written that is to be saved. */
export function onWriting(listener: (ticketId: string) => void): void {
  onUnsaved = listener;
}

export function deskOf(ticketId: string): Desk {
  const known = desks.get(ticketId) ?? { ...bare, ...read(owner, ticketId) };
  desks.set(ticketId, known);
  return known;
}

/** What was being written on a ticket: kept over navigation and reload until it is sent or cleared. */
export function draftOf(ticketId: string): Draft {
  return deskOf(ticketId).current;
}

export function changeDraft(ticketId: string, change: Partial<Draft>): void {
  const desk = deskOf(ticketId);
  const next = { ...desk.current, ...change };
  const isNews = !saysSame(next, desk.current) || (next.mode !== desk.current.mode && !isEmpty(next));
  setDesk(ticketId, { ...desk, current: isNews ? { ...next, unsaved: true } : next });
  if (isNews) onUnsaved(ticketId);
}

/** The text goes along, unless something was begun in the other mode before. */
export function turnTo(ticketId: string, mode: Mode): void {
  const desk = deskOf(ticketId);
  const { current } = desk;
  if (current.mode === mode) return;
  const other = desk.aside.find((one) => one.mode === mode);
  if (!other) {
    changeDraft(ticketId, { mode });
    return;
  }
  const rest = desk.aside.filter((one) => one !== other);
  setDesk(ticketId, { ...desk, current: other, aside: isEmpty(current) ? rest : [...rest, current] });
}

/** The mode stays: an answer in private is mostly followed by another one. */
export function clearDraft(ticketId: string): void {
  const { mode } = draftOf(ticketId);
  setDesk(ticketId, { ...deskOf(ticketId), current: { ...nothing, mode }, conflict: null });
}

function setDraft(ticketId: string, draft: Draft): void {
  setDesk(ticketId, { ...deskOf(ticketId), current: draft, conflict: null });
}

/** Its id, before the server knows it. */
export function nameDraft(ticketId: string, draft: Draft, id: string): void {
  const desk = deskOf(ticketId);
  const named = (one: Draft): Draft => (one === draft ? { ...one, id } : one);
  setDesk(ticketId, { ...desk, current: named(desk.current), aside: desk.aside.map(named) });
}

/** After a save: what was saved is known to the server, whatever was written since. */
export function noteSaved(ticketId: string, was: Draft, saved: DraftView): void {
  const after = (now: Draft): Draft => {
    if (now.id !== was.id) return now;
    const unsaved = !saysSame(now, was) || now.mode !== was.mode;
    const { id, revision: base, shared, ended } = saved;
    return ended === null ? { ...now, id, base, shared, unsaved } : { ...now, id: null, base: 0, unsaved };
  };
  const desk = deskOf(ticketId);
  setDesk(ticketId, { ...desk, current: after(desk.current), aside: desk.aside.map(after) });
}

/** One's own draft as the server has it: from another window, another device, or this page as it was before. */
export function adopt(view: DraftView): void {
  const { ticketId } = view;
  const desk = deskOf(ticketId);
  const place = placeOf(desk, view);
  if (place === null) {
    if (view.ended === null) setDesk(ticketId, laid(desk, view));
    return;
  }
  const next = meet(place, view);
  if (next === 'conflict') setDesk(ticketId, { ...desk, conflict: view });
  else setDesk(ticketId, replaced(desk, place, next));
}

/** It went to another ticket, with the messages that it answers. */
export function dropDraft(ticketId: string, draftId: string): void {
  const desk = deskOf(ticketId);
  const gone = [desk.current, ...desk.aside].find(({ id }) => id === draftId);
  if (gone && !gone.unsaved) setDesk(ticketId, replaced(desk, gone, { ...nothing, mode: gone.mode }));
}

/** What was written here stands beside what another window wrote: one of them goes on, or both together. */
export function resolve(ticketId: string, choice: 'here' | 'there' | 'both'): void {
  const { current, conflict } = deskOf(ticketId);
  if (!conflict) return;
  const there = draftOfView(conflict);
  if (choice === 'there') {
    setDraft(ticketId, there);
    return;
  }
  const text = choice === 'both' ? `${conflict.text}\n\n${current.text}` : current.text;
  setDraft(ticketId, { ...current, text, mode: there.mode, id: there.id, base: there.base, unsaved: true });
  onUnsaved(ticketId);
}

export function useDraft(ticketId: string): Draft {
  return useSyncExternalStore(subscribe, () => draftOf(ticketId));
}

export function useDesk(ticketId: string): Desk {
  return useSyncExternalStore(subscribe, () => deskOf(ticketId));
}

/** The one that it is, or the one that stands where it would. */
function placeOf({ current, aside }: Desk, view: DraftView): Draft | null {
  const all = [current, ...aside];
  const same = all.find(({ id }) => id === view.id);
  if (same || view.ended !== null) return same ?? null;
  return all.find(({ mode }) => mode === view.mode) ?? null;
}

function laid(desk: Desk, view: DraftView): Desk {
  const draft = draftOfView(view);
  return isEmpty(desk.current) ? { ...desk, current: draft } : { ...desk, aside: [...desk.aside, draft] };
}

function replaced(desk: Desk, was: Draft, next: Draft): Desk {
  if (desk.current === was) return { ...desk, current: next };
  const aside = desk.aside.map((one) => (one === was ? next : one)).filter((one) => !isEmpty(one));
  return { ...desk, aside };
}

function setDesk(ticketId: string, desk: Desk): void {
  desks.set(ticketId, desk);
  if ([desk.current, ...desk.aside].every((one) => isEmpty(one) && one.mode === null)) forget(owner, ticketId);
  else keep(owner, ticketId, desk);
  show(ticketId, desk);
}

function show(ticketId: string, { current, aside }: Desk): void {
  const words = [current, ...aside].map(({ text }) => text.trim()).find((text) => text !== '');
  setOwnWords(ticketId, words ?? '');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
