import { withAuthor } from '../domain/approval/approval-state.js';
import type { Actor } from '../domain/team/policy.js';
import type { ApprovalEntry, ApprovalListName } from './approval-list.js';
import type { ApprovalView } from './approval-views.js';
import type { LiveEvent } from './live-event.js';

/** As many as a list shows. */
export const mostApprovals = 200;

export interface ApprovalScreen {
  list: ApprovalListName;
  me: Actor;
  entries: ApprovalEntry[];
}

/** The author and those who may approve are told of it, wherever the ticket stands. */
export function hasPartIn(actor: Pick<Actor, 'id'>, { message }: ApprovalEntry): boolean {
  return message.author.id === actor.id || (message.approval?.approvers ?? []).some(({ id }) => id === actor.id);
}

const belongs: Readonly<
  Record<ApprovalListName, (entry: ApprovalEntry, approval: ApprovalView, me: string) => boolean>
> = {
  'to-approve': (_entry, { state, approvers }, me) => state === 'pending' && approvers.some(({ id }) => id === me),
  waiting: (_entry, { state }) => state === 'pending',
  mine: ({ message }, { state }, me) => message.author.id === me && (state === 'pending' || withAuthor.includes(state)),
  decided: (_entry, { state, decidedAt }) => state !== 'pending' && state !== 'withdrawn' && decidedAt !== null,
};

/** The list after an event; the same object when the event says nothing new of it. */
export function applyToApprovals(screen: ApprovalScreen, event: LiveEvent): ApprovalScreen {
  if (event.type === 'approval.left') return without(screen, event.messageId);
  if (event.type === 'message.gone') return without(screen, event.messageId);
  if (event.type !== 'approval.changed') return screen;
  const { entry } = event;
  const { message } = entry;
  const known = screen.entries.find((one) => one.message.id === message.id);
  if (known && known.message.version > message.version) return screen;
  if (!message.approval || !belongs[screen.list](entry, message.approval, screen.me.id)) {
    return without(screen, message.id);
  }
  const others = screen.entries.filter((one) => one.message.id !== message.id);
  const entries = [...others, entry].sort(orderOf(screen.list)).slice(0, mostApprovals);
  return { ...screen, entries };
}

function without(screen: ApprovalScreen, messageId: string): ApprovalScreen {
  const entries = screen.entries.filter(({ message }) => message.id !== messageId);
  return entries.length === screen.entries.length ? screen : { ...screen, entries };
}

/** What waits longest stands first; of what is decided, or one's own, the newest does. */
function orderOf(list: ApprovalListName): (a: ApprovalEntry, b: ApprovalEntry) => number {
  const sign = list === 'to-approve' || list === 'waiting' ? 1 : -1;
  return (a, b) => (a.message.id < b.message.id ? -sign : sign);
}
