import type { TicketRow } from '../../contract/index.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { Refusal } from '../../domain/refusal.js';
import { may } from '../../domain/team/policy.js';
import type { Regrouping, RegroupingKind } from '../../store/ticket/regrouping.store.js';
import { ticketDetail } from '../../store/ticket/ticket-row.view.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { lockTicket } from './lock-ticket.js';
import { tellMessage, tellThread, tellTicket } from './tell.js';

/*
 * What merging, splitting and their undoing have in common. Threads are held before tickets, as everywhere, and both in
 * the order of their ids: two who merge two tickets into each other wait for one another instead of closing both.
 */
export interface Pair {
  /** What gives messages away. */
  readonly from: Ticket;
  /** What takes them. */
  readonly to: Ticket;
}

export async function lockPair(
  tx: Work,
  caller: Caller,
  ids: { readonly from: string; readonly to: string; readonly version?: number | undefined },
): Promise<Pair> {
  const other = await tx.tickets.find(ids.to);
  if (!other || !may(caller, 'ticket.see', other).ok) throw new Refusal('not-found', { what: 'other ticket' });
  await tx.belongings.lockThreads([ids.from, ids.to]);
  const held = new Map<string, Ticket>();
  for (const ticketId of [ids.from, ids.to].sort()) {
    const version = ticketId === ids.from ? ids.version : undefined;
    held.set(ticketId, await lockTicket(tx, caller, { ticketId, act: 'ticket.regroup', version }));
  }
  const [from, to] = [held.get(ids.from), held.get(ids.to)];
  if (!from || !to) throw new Refusal('not-found', { what: 'ticket' });
  return { from, to };
}

/** The regrouping that is to be undone, with both its tickets held; refused when it is too late for that. */
export async function lockUndo(
  tx: Work,
  caller: Caller,
  ask: { readonly kind: RegroupingKind; readonly ticketId: string; readonly now: Date },
): Promise<Pair & { readonly done: Regrouping }> {
  await mustSee(tx, caller, ask.ticketId);
  const done = await tx.regroupings.latest(ask.kind, ask.ticketId, ask.now);
  if (!done) throw new Refusal('regroup.refused', { because: 'nothing' });
  if (done.tooLate) throw new Refusal('regroup.refused', { because: 'too-late' });
  const pair = await lockPair(tx, caller, { from: done.ticketId, to: done.otherId });
  const goesOn = ask.kind === 'merged' ? pair.to : pair.from;
  const isFirst = await tx.regroupings.undone(done.id, { agentId: caller.id, at: ask.now });
  // Merged on into a third one: that comes first.
  if (!isFirst || goesOn.survivorId !== null) throw new Refusal('regroup.refused', { because: 'moved-on' });
  return { ...pair, done };
}

/** Only looked at: its threads have to be held first. */
async function mustSee(tx: Work, caller: Caller, ticketId: string): Promise<void> {
  const ticket = await tx.tickets.find(ticketId);
  if (!ticket) throw new Refusal('not-found', { what: 'ticket' });
  mustAllow(caller, 'ticket.regroup', ticket);
}

export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly messageIds: readonly string[];
  readonly noteIds: readonly string[];
  /** Threads that are shown on `from` no more. */
  readonly goneThreads: readonly string[];
  /** Threads that look different now, on whichever page. */
  readonly threads: readonly string[];
}

/** Told of what went from one page to the other. */
export async function tellMoved(
  tx: Work,
  moved: Moved,
  by: { readonly rulesOf: RulesOf; readonly now: Date },
): Promise<void> {
  const { from, to, messageIds, noteIds } = moved;
  const threadIds = [...moved.goneThreads];
  await tx.tell({
    type: 'entries.gone',
    ticketId: from,
    messageIds: [...messageIds],
    noteIds: [...noteIds],
    threadIds,
  });
  for (const id of messageIds) await tellMessage(tx, id);
  for (const note of await tx.history.notesOf(to)) {
    if (noteIds.includes(note.id)) await tx.tell({ type: 'note.added', ticketId: to, note });
  }
  for (const id of moved.threads) await tellThread(tx, { id, ticketId: to }, by);
}

/** The ticket that goes on, as it is now. */
export async function rowOf(tx: Work, ticketId: string): Promise<TicketRow> {
  const detail = await ticketDetail(tx.sql, tx.workspaceId, ticketId);
  if (!detail) throw new Error('a ticket that was changed could not be read');
  return detail.row;
}

/** Both tickets as they are now, told to whoever sees either. */
export async function tellPair(
  tx: Work,
  pair: Pair,
  news: { readonly cause: string; readonly actorId: string },
): Promise<void> {
  for (const { id, lane, ownerId } of [pair.from, pair.to]) {
    await tellTicket(tx, id, { was: { lane, ownerId }, ...news });
  }
}
