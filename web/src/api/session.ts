import { queryOptions } from '@tanstack/react-query';
import type { Availability, Me } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf, done } = api;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: (): Promise<Me> => dataOf(client.GET('/api/me')),
  staleTime: Infinity,
});

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => dataOf(client.GET('/api/setup')),
  staleTime: Infinity,
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => dataOf(client.GET('/api/sessions')),
});

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => dataOf(client.GET('/api/invitations/{token}', { params: { path: { token } } })),
    staleTime: Infinity,
  });

interface SetUp {
  token: string;
  workspaceName: string;
  name: string;
  email: string;
  password: string;
  locale: 'fr' | 'en';
}

export const session = {
  setUp: (body: SetUp): Promise<Me> => dataOf(client.POST('/api/setup', { body })),
  signIn: (body: { email: string; password: string }): Promise<Me> => dataOf(client.POST('/api/session', { body })),
  signOut: (): Promise<void> => done(client.DELETE('/api/session')),
  accept: (token: string, body: { password: string; locale: 'fr' | 'en' }): Promise<Me> =>
    dataOf(client.POST('/api/invitations/{token}', { params: { path: { token } }, body })),
  change: (body: { locale?: 'fr' | 'en'; availability?: Availability }): Promise<Me> =>
    dataOf(client.PATCH('/api/me', { body })),
  changePassword: (body: { current: string; next: string }): Promise<void> =>
    done(client.POST('/api/me/password', { body })),
  revoke: (id: string): Promise<void> => done(client.DELETE('/api/sessions/{id}', { params: { path: { id } } })),
};
