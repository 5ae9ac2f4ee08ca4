import type { CharterReason, MessageView, ModerationAct, NoteView } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;

export interface ReplyBody {
  /** The same for every try of one reply: the server answers a repeated one as it did the first. */
  clientId: string;
  threadId: string;
  space: 'public' | 'private';
  accountId: string;
  text: string;
  fileIds: string[];
  seenMessageId: string | null;
  anyway?: boolean;
  /** Seconds in which it can still be taken back. */
  undoSeconds?: number;
  /** Not before this instant, and not at all when the customer writes before. */
  sendAt?: string;
  unlessAnswered?: boolean;
  /** The line under the public message that is answered in private. */
  paired?: PairedBody;
  /** The draft that it was. */
  draftId?: string;
}

export interface PairedBody {
  clientId: string;
  threadId: string;
  accountId: string;
  text: string;
}

export const messages = {
  reply: (ticketId: string, body: ReplyBody): Promise<MessageView> =>
    dataOf(client.POST('/api/tickets/{id}/replies', { params: { path: { id: ticketId } }, body })),
  note: (ticketId: string, body: { clientId: string; text: string; draftId?: string }): Promise<NoteView> =>
    dataOf(client.POST('/api/tickets/{id}/notes', { params: { path: { id: ticketId } }, body })),
  retry: (id: string): Promise<MessageView> =>
    dataOf(client.POST('/api/messages/{id}/retry', { params: { path: { id } }, body: {} })),
  discard: (id: string): Promise<MessageView> =>
    dataOf(client.POST('/api/messages/{id}/discard', { params: { path: { id } }, body: {} })),
  moderate: (id: string, body: { act: ModerationAct; reason?: CharterReason; text?: string }): Promise<MessageView> =>
    dataOf(client.POST('/api/messages/{id}/moderate', { params: { path: { id } }, body })),
  confirmModeration: (id: string): Promise<MessageView> =>
    dataOf(client.POST('/api/moderations/{id}/confirm', { params: { path: { id } }, body: {} })),
  declineModeration: (id: string): Promise<MessageView> =>
    dataOf(client.POST('/api/moderations/{id}/decline', { params: { path: { id } }, body: {} })),
  settle: (id: string, as: 'sent' | 'not-sent'): Promise<MessageView> =>
    dataOf(client.POST('/api/messages/{id}/settle', { params: { path: { id } }, body: { as } })),
};
