import { Refusal } from '../refusal.js';

export interface SplitMessage {
  readonly id: string;
  readonly threadId: string;
  readonly direction: 'in' | 'out';
}

export interface Split {
  /** Begins the new ticket. */
  readonly firstId: string;
  readonly threads: readonly SplitThread[];
}

export interface SplitThread {
  readonly threadId: string;
  /** Nothing of it is left behind. */
  readonly whole: boolean;
  /** The customer's latest message goes along, and so does what they will write next. */
  readonly goesOn: boolean;
}

/** What goes with the messages that are chosen, of all that the ticket says, oldest first. A customer must be left on both sides. */
export function planSplit(said: readonly SplitMessage[], chosen: ReadonlySet<string>): Split {
  const moved = said.filter(({ id }) => chosen.has(id));
  const first = moved.find(({ direction }) => direction === 'in');
  if (!first || moved.length < chosen.size) throw new Refusal('regroup.refused', { because: 'nothing' });
  const stays = said.some(({ id, direction }) => direction === 'in' && !chosen.has(id));
  if (!stays) throw new Refusal('regroup.refused', { because: 'everything' });
  const threadIds = [...new Set(moved.map(({ threadId }) => threadId))];
  return {
    firstId: first.id,
    threads: threadIds.map((threadId) => {
      const inThread = said.filter((one) => one.threadId === threadId);
      const latest = inThread.findLast(({ direction }) => direction === 'in');
      return {
        threadId,
        whole: inThread.every(({ id }) => chosen.has(id)),
        goesOn: latest === undefined || chosen.has(latest.id),
      };
    }),
  };
}
