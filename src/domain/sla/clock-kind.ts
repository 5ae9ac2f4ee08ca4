import { lanes, type Lane } from '../team/role.js';

export const clockKinds = ['first_reply', 'next_reply', 'resolution', 'assignment', 'ownership', 'approval'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What a policy may promise: each lane has its own time to hold a ticket, and experts theirs to answer a question. */
export type TargetName = Exclude<ClockKind, 'ownership'> | `ownership_${Lane}` | 'expert';
export const targetNames: readonly TargetName[] = [
  'first_reply',
  'next_reply',
  'resolution',
  'assignment',
  ...lanes.map((lane) => `ownership_${lane}` as const),
  'approval',
  'expert',
];

export function targetOf(kind: ClockKind, lane: Lane): TargetName {
  return kind === 'ownership' ? `ownership_${lane}` : kind;
}

/** The promises made to the customer about an answer: the nearest of them is what a list shows. */
export function isReplyClock(kind: ClockKind): kind is 'first_reply' | 'next_reply' {
  return kind === 'first_reply' || kind === 'next_reply';
}

/** It is for whoever has the ticket to keep it; an approval is somebody else's. */
export function isOfOwner(kind: ClockKind): boolean {
  return kind !== 'approval' && kind !== 'assignment';
}
