import { queryOptions } from '@tanstack/react-query';
import type {
  ApprovalList,
  ApprovalListName,
  ApprovalRule,
  ApprovalRulesView,
  ApprovalTrialView,
  MessageView,
  NeededApprovals,
} from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;
const byId = (id: string) => ({ path: { id } });

export interface NeededAsk {
  ticketId: string;
  network: string;
  space: 'public' | 'private';
  /** The network of the public line that is to go with it. */
  line: string | null;
  /** What the rules look at: when that changes, it is asked again. */
  about: string;
}

/** Whether a reply of one's own would need approval. */
export const neededApprovalQuery = ({ ticketId, network, space, line, about }: NeededAsk) =>
  queryOptions({
    queryKey: ['needed-approval', ticketId, network, space, line, about],
    queryFn: (): Promise<NeededApprovals> => {
      const query = { network, space, ...(line === null ? {} : { line }) };
      return dataOf(client.GET('/api/tickets/{id}/needed-approval', { params: { ...byId(ticketId), query } }));
    },
    staleTime: 60_000,
  });

export const approvalRulesQuery = queryOptions({
  queryKey: ['approval-rules'],
  queryFn: (): Promise<ApprovalRulesView> => dataOf(client.GET('/api/approval-rules')),
});

/** A reply as it was looked at. */
type Seen = Pick<MessageView, 'id' | 'version'>;

export const approvals = {
  list: (view: ApprovalListName): Promise<ApprovalList> =>
    dataOf(client.GET('/api/approvals', { params: { query: { view } } })),
  approve: ({ id, version }: Seen, text: string, undoSeconds: number): Promise<MessageView> =>
    dataOf(client.POST('/api/approvals/{id}/approve', { params: byId(id), body: { version, text, undoSeconds } })),
  decline: ({ id, version }: Seen, as: 'return' | 'reject', advice: string): Promise<MessageView> =>
    dataOf(client.POST('/api/approvals/{id}/decline', { params: byId(id), body: { version, as, advice } })),
  confirm: ({ id, version }: Seen): Promise<MessageView> =>
    dataOf(client.POST('/api/approvals/{id}/confirm', { params: byId(id), body: { version } })),
  rework: ({ id, version }: Seen, text: string): Promise<MessageView> =>
    dataOf(client.POST('/api/approvals/{id}/rework', { params: byId(id), body: { version, text } })),
  takeBack: ({ id, version }: Seen): Promise<MessageView> =>
    dataOf(client.POST('/api/approvals/{id}/take-back', { params: byId(id), body: { version } })),
  saveRules: (revision: number, rules: readonly ApprovalRule[]): Promise<ApprovalRulesView> =>
    dataOf(client.PUT('/api/approval-rules', { body: { revision, rules: rules.map(bodyOf) } })),
  tryRules: (rules: readonly ApprovalRule[]): Promise<ApprovalTrialView> =>
    dataOf(client.POST('/api/approval-rules/dry-run', { body: { rules: rules.map(bodyOf) } })),
};

function bodyOf({ when, approvers, ...rule }: ApprovalRule) {
  const { roles, topics, lanes, networks, spaces, ...flags } = when;
  return {
    ...rule,
    when: {
      ...{ roles: [...roles], topics: [...topics], lanes: [...lanes], networks: [...networks] },
      ...{ spaces: [...spaces], ...flags },
    },
    approvers: {
      roles: [...approvers.roles],
      teamIds: [...approvers.teamIds],
      agentIds: [...approvers.agentIds],
    },
  };
}
