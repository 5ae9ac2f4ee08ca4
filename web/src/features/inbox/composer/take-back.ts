import type { MessageView } from '../../../../../src/contract/index.js';
import type { StoredFile } from '../../../api/files.js';
import { messages } from '../../../api/messages.js';
import { changeDraft, draftOf } from './draft-store.js';

/** What went with the replies of this page that can still be taken back: a message only names its files. */
const filesOf = new Map<string, readonly StoredFile[]>();

export function rememberFiles(messageId: string, files: readonly StoredFile[]): void {
  if (files.length > 0) filesOf.set(messageId, files);
}

/** Stops a reply that has not gone, and puts it back where it was written, before whatever is written there by now. */
export async function takeBack(message: MessageView): Promise<void> {
  await messages.discard(message.id);
  const { ticketId, space: mode } = message;
  const since = draftOf(ticketId);
  const text = [message.text, since.text].filter((one) => one.trim() !== '').join('\n\n');
  const files = [...(filesOf.get(message.id) ?? []), ...since.files];
  filesOf.delete(message.id);
  changeDraft(ticketId, { text, files, mode, clientId: null, tried: null });
  document.querySelector<HTMLTextAreaElement>('[data-composer] textarea')?.focus();
}
