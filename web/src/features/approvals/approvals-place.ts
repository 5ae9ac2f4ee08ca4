import { useNavigate, useSearch } from '@tanstack/react-router';
import { approvalListNames, type ApprovalListName } from '../../../../src/contract/index.js';

export interface ApprovalsSearch {
  list?: ApprovalListName;
}

export function approvalsSearch({ list: wanted }: Record<string, unknown>): ApprovalsSearch {
  const list = approvalListNames.find((one) => one === wanted);
  return list ? { list } : {};
}

export function useApprovalsPlace(): { list: ApprovalListName; go: (list: ApprovalListName) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    list: approvalsSearch(search).list ?? 'to-approve',
    go: (list) => {
      void navigate({ to: '/approvals', search: { list } });
    },
  };
}
