import type { DeliveryView } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;

export type DeadState = 'dead' | 'set-aside';

export const deliveries = {
  page: (state: DeadState, after: string | null): Promise<{ rows: DeliveryView[]; next: string | null }> =>
    dataOf(client.GET('/api/deliveries', { params: { query: after === null ? { state } : { state, after } } })),
  replay: (id: string): Promise<DeliveryView> =>
    dataOf(client.POST('/api/deliveries/{id}/replay', { params: { path: { id } }, body: {} })),
  replayAll: (state: DeadState): Promise<{ count: number }> =>
    dataOf(client.POST('/api/deliveries/replay', { body: { state } })),
};
