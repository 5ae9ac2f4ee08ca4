import { queryOptions } from '@tanstack/react-query';
import type {
  Conversation,
  Lane,
  ListOrder,
  MessageView,
  Outcome,
  QueueCounts,
  TicketPage,
  TicketRow,
  TopicView,
  ViewName,
  WaitedFor,
} from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;
const byId = (id: string) => ({ path: { id } });

export interface PageAsk {
  view: ViewName;
  order: ListOrder;
  network?: string;
  lane?: string;
  topic?: string;
  language?: string;
  after?: string;
  limit?: number;
}

export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: (): Promise<QueueCounts> => dataOf(client.GET('/api/queues')),
});

/** What customers write about, as this workspace has put it. */
export const topicChoicesQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: (): Promise<TopicView[]> => dataOf(client.GET('/api/topics')),
});

export const tickets = {
  page: (query: PageAsk): Promise<TicketPage> => dataOf(client.GET('/api/tickets', { params: { query } })),
  open: (id: string): Promise<Conversation> => dataOf(client.GET('/api/tickets/{id}', { params: byId(id) })),
  older: (id: string, before: string): Promise<{ messages: MessageView[]; older: number }> =>
    dataOf(client.GET('/api/tickets/{id}/messages', { params: { path: { id }, query: { before } } })),
  take: (id: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/take', { params: byId(id), body: {} })),
  release: (id: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/release', { params: byId(id), body: {} })),
  assign: (id: string, agentId: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/assign', { params: byId(id), body: { agentId } })),
  transfer: (id: string, body: { lane: Lane; agentId?: string; note: string }): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/transfer', { params: byId(id), body })),
  close: (id: string, body: { outcome: Outcome; note?: string }): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/close', { params: byId(id), body })),
  snooze: (id: string, body: { until: string; confirm: boolean }): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/snooze', { params: byId(id), body })),
  unsnooze: (id: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/unsnooze', { params: byId(id), body: {} })),
  wait: (id: string, who: WaitedFor): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/wait', { params: byId(id), body: { for: who } })),
  resume: (id: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/resume', { params: byId(id), body: {} })),
  classify: (id: string, body: { topic?: string | null; priority?: number }): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/classify', { params: byId(id), body })),
  merge: (id: string, into: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/merge', { params: byId(id), body: { into } })),
  split: (id: string, messageIds: readonly string[]): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/split', { params: byId(id), body: { messageIds: [...messageIds] } })),
  undoMerge: (id: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/undo-merge', { params: byId(id), body: {} })),
  undoSplit: (id: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/undo-split', { params: byId(id), body: {} })),
  reopen: (id: string): Promise<TicketRow> =>
    dataOf(client.POST('/api/tickets/{id}/reopen', { params: byId(id), body: {} })),
};
