/**
 * What becomes of a reply that somebody else must read first. What came back, was declined or was not picked stays with its
 * author, who may write it anew.
 */
export const approvalStates = ['pending', 'approved', 'returned', 'rejected', 'not_picked', 'withdrawn'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** It is with its author again. */
export const withAuthor: readonly ApprovalState[] = ['returned', 'rejected', 'not_picked'];

/** What presses most of the replies of a ticket. */
export type ApprovalMark = 'late' | 'held' | 'waiting' | 'returned';
