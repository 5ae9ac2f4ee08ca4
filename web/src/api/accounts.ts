import { queryOptions } from '@tanstack/react-query';
import type { AccountView, NetworkView } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf, done } = api;
const byId = (id: string) => ({ path: { id } });

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: (): Promise<AccountView[]> => dataOf(client.GET('/api/accounts')),
});

export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: (): Promise<NetworkView[]> => dataOf(client.GET('/api/networks')),
  staleTime: Infinity,
});

type Filled = Record<string, string>;
export interface AccountForm {
  network: string;
  apiBase?: string;
  app: Filled;
  settings: Filled;
}
export interface AccountCheck {
  externalId: string;
  name: string;
  handle: string | null;
  granted: string[];
  missing: AccountView['missing'];
  expiresAt: string | null;
}

export const accounts = {
  check: (body: AccountForm): Promise<AccountCheck> => dataOf(client.POST('/api/accounts/check', { body })),
  add: (body: AccountForm & { brand?: string }): Promise<AccountView> => dataOf(client.POST('/api/accounts', { body })),
  repair: (id: string, body: { settings?: Filled; app?: Filled; apiBase?: string }): Promise<AccountView> =>
    dataOf(client.PATCH('/api/accounts/{id}', { params: byId(id), body })),
  recheck: (id: string): Promise<AccountView> =>
    dataOf(client.POST('/api/accounts/{id}/check', { params: byId(id), body: {} })),
  refetch: (id: string, from: Date): Promise<AccountView> =>
    dataOf(client.POST('/api/accounts/{id}/refetch', { params: byId(id), body: { from: from.toISOString() } })),
  disconnect: (id: string): Promise<void> => done(client.DELETE('/api/accounts/{id}', { params: byId(id) })),
  oauth: (body: { network: string; apiBase: string; app: Filled }): Promise<{ url: string }> =>
    dataOf(client.POST('/api/accounts/oauth', { body })),
};
