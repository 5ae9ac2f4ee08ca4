import { queryOptions } from '@tanstack/react-query';
import type { AgentView, Role } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf, done } = api;

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: (): Promise<AgentView[]> => dataOf(client.GET('/api/agents')),
  staleTime: 30_000,
});

interface NewAgent {
  name: string;
  email: string;
  role: Role;
  languages: string[];
  capacity: number;
}
interface AgentChange {
  role?: Role;
  languages?: string[];
  capacity?: number;
  inTraining?: boolean;
  disabled?: boolean;
}

export const team = {
  invite: (body: NewAgent): Promise<{ agent: AgentView; invitationUrl: string }> =>
    dataOf(client.POST('/api/agents', { body })),
  change: (id: string, body: AgentChange): Promise<AgentView> =>
    dataOf(client.PATCH('/api/agents/{id}', { params: { path: { id } }, body })),
  signOut: (id: string): Promise<void> => done(client.POST('/api/agents/{id}/sign-out', { params: { path: { id } } })),
};
