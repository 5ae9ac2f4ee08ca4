import type { DraftList, DraftMode, DraftRevision, DraftView, PenView } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf, done } = api;
const byId = (id: string) => ({ path: { id } });

export interface DraftBody {
  /** The console's own: the same from the first letter on. */
  id: string;
  mode: DraftMode;
  /** The revision that is gone on from; 0 for what was just begun. */
  base: number;
  text: string;
  line: string | null;
  fileIds: string[];
  threadId: string | null;
  accountId: string | null;
}

export const drafts = {
  mine: (): Promise<DraftList> => dataOf(client.GET('/api/drafts')),
  keep: (ticketId: string, body: DraftBody): Promise<DraftView> =>
    dataOf(client.PUT('/api/tickets/{id}/drafts', { params: byId(ticketId), body })),
  erase: (id: string): Promise<void> => done(client.DELETE('/api/drafts/{id}', { params: byId(id) })),
  restore: (id: string, revision?: number): Promise<DraftView> =>
    dataOf(
      client.POST('/api/drafts/{id}/restore', {
        params: byId(id),
        body: revision === undefined ? {} : { revision },
      }),
    ),
  share: (id: string, shared: boolean): Promise<DraftView> =>
    dataOf(client.POST('/api/drafts/{id}/share', { params: byId(id), body: { shared } })),
  revisions: (id: string): Promise<DraftRevision[]> =>
    dataOf(client.GET('/api/drafts/{id}/revisions', { params: byId(id) })),
};

export const pens = {
  take: (ticketId: string): Promise<{ pen: PenView | null }> =>
    dataOf(client.POST('/api/tickets/{id}/pen', { params: byId(ticketId), body: {} })),
  ask: (ticketId: string): Promise<{ pen: PenView | null }> =>
    dataOf(client.POST('/api/tickets/{id}/pen/ask', { params: byId(ticketId), body: {} })),
  refuse: (ticketId: string): Promise<{ pen: PenView | null }> =>
    dataOf(client.POST('/api/tickets/{id}/pen/refuse', { params: byId(ticketId), body: {} })),
  release: (ticketId: string): Promise<void> =>
    done(client.DELETE('/api/tickets/{id}/pen', { params: byId(ticketId) })),
  /** The page may be closing: the word is to arrive all the same. */
  leave: (ticketId: string): Promise<void> =>
    done(
      client.DELETE('/api/tickets/{id}/pen', {
        params: { ...byId(ticketId), query: { leaving: 'yes' } },
        keepalive: true,
      }),
    ),
};
