import type { MessageView } from './views.js';

export interface ApprovalEntry {
  ticketNumber: number;
  message: MessageView;
}

export const approvalListNames = ['to-approve', 'waiting', 'mine', 'decided'] as const;
export type ApprovalListName = (typeof approvalListNames)[number];

export interface ApprovalList {
  entries: ApprovalEntry[];
  cursor: string;
}
