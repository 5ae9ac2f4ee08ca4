import { useSyncExternalStore } from 'react';
import type { MessageView } from '../../../../../src/contract/index.js';
import type { StoredFile } from '../../../api/files.js';
import { messages } from '../../../api/messages.js';
import { changeDraft, draftOf } from './draft-store.js';

interface Kept {
  files: readonly StoredFile[];
  /** Where the caret stood in the text. */
  caret: number;
  line: string | null;
}

/** What a message does not say of itself, for the replies of this page that can still be taken back. */
const kept = new Map<string, Kept>();
let last: MessageView | null = null;
const listeners = new Set<() => void>();

export function rememberSent(message: MessageView, how: Kept): void {
  kept.set(message.id, how);
  setLast(message.sendsAt === null ? null : message);
}

/** The last reply of this page that waits to leave, on whichever ticket. */
export function useLastSent(): MessageView | null {
  return useSyncExternalStore(subscribe, () => last);
}

/** Where the caret stands in the composer. */
export function caretHere(): number {
  return fieldHere()?.selectionStart ?? 0;
}

/** Stops a reply that has not gone, and puts it back where it was written, before whatever is written there by now. */
export async function takeBack(message: MessageView): Promise<void> {
  await messages.discard(message.id);
  const { ticketId, space: mode } = message;
  const { files = [], line = null } = kept.get(message.id) ?? {};
  kept.delete(message.id);
  if (last?.id === message.id) setLast(null);
  const since = draftOf(ticketId);
  const text = [message.text, since.text].filter((one) => one.trim() !== '').join('\n\n');
  changeDraft(ticketId, { text, files: [...files, ...since.files], mode, line, clientId: null, tried: null });
}

const tries = 30;

/** Puts the caret back, once the field with the text is there. */
export function writeOn(message: MessageView, caret: number, left = tries): void {
  const field = fieldHere();
  if (field?.value.startsWith(message.text) === true) {
    field.focus();
    field.setSelectionRange(caret, caret);
  } else if (left > 0)
    requestAnimationFrame(() => {
      writeOn(message, caret, left - 1);
    });
}

export function caretOf(message: MessageView): number {
  return kept.get(message.id)?.caret ?? message.text.length;
}

function fieldHere(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('[data-composer] textarea');
}

function setLast(message: MessageView | null): void {
  last = message;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
