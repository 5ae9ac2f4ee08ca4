/**
 * `received` for what came in; the others are the life of what goes out (design: the way out). An echo, or a human's
 * word, may make anything that is on its way `sent`: the network counts more than what we know.
 */
export type MessageState =
  'received' | 'draft' | 'approval' | 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'discarded';
