import type { BulkAct, BulkPreview, BulkView, ViewName } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;
const byId = (id: string) => ({ path: { id } });

/** The tickets that an act is upon: those that were picked, or all that a list holds. */
export type BulkWhich =
  | { ids: string[] }
  | {
      list: {
        view: ViewName;
        network?: string;
        lane?: 'care' | 'community' | 'expert';
        topic?: string;
        language?: string;
      };
    };

export const bulk = {
  preview: (act: BulkAct, which: BulkWhich): Promise<BulkPreview> =>
    dataOf(client.POST('/api/tickets/bulk/preview', { body: { ...act, ...which } })),
  start: (act: BulkAct, which: BulkWhich, clientId: string): Promise<BulkView> =>
    dataOf(client.POST('/api/tickets/bulk', { body: { ...act, ...which, clientId } })),
  progress: (id: string): Promise<BulkView> => dataOf(client.GET('/api/bulk/{id}', { params: byId(id) })),
  undo: (id: string): Promise<BulkView> => dataOf(client.POST('/api/bulk/{id}/undo', { params: byId(id), body: {} })),
};
