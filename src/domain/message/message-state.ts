export const messageStates = [
  'received',
  'draft',
  'approval',
  'queued',
  'sending',
  'sent',
  'failed',
  'unknown',
  'discarded',
] as const;
/** `received` for what came in; the others are the life of what goes out (design: the way out). */
export type MessageState = (typeof messageStates)[number];

const transitions: Readonly<Record<MessageState, readonly MessageState[]>> = {
  received: [],
  draft: ['approval', 'queued', 'discarded'],
  approval: ['queued', 'draft', 'discarded'],
  queued: ['sending', 'failed', 'discarded', 'sent'],
  sending: ['sent', 'failed', 'unknown', 'queued'],
  unknown: ['sent', 'queued', 'failed', 'discarded'],
  failed: ['queued', 'discarded', 'sent'],
  sent: [],
  discarded: [],
};

/** An echo may settle anything that is on its way: the network's word counts more than ours. */
export function messageCanBecome(from: MessageState, to: MessageState): boolean {
  return transitions[from].includes(to);
}

/** Not yet at the network, and not given up: what the customer is still to get. */
export const onTheWay: readonly MessageState[] = ['queued', 'sending', 'unknown'];
