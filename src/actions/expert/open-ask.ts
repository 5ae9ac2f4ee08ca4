import { Refusal } from '../../domain/refusal.js';
import type { Ask } from '../../store/expert/ask.store.js';
import type { Thread } from '../../store/thread/thread.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import type { Answerer } from './answerer.js';

export interface OpenAsk {
  readonly ask: Ask;
  readonly ticket: Ticket;
  /** Where an answer would go. */
  readonly thread: Thread | null;
}

/** A question, held with its exchange and its ticket: the thread first, then the ticket, then the question. */
export async function openAsk(tx: Work, askId: string): Promise<OpenAsk> {
  const found = await tx.asks.find(askId);
  if (!found) throw new Refusal('not-found', { what: 'ask' });
  const thread = found.threadId === null ? null : await tx.threads.lock(found.threadId);
  const ticket = await tx.tickets.lock(found.ticketId);
  const ask = await tx.asks.lock(askId);
  if (!ticket || !ask) throw new Refusal('not-found', { what: 'ask' });
  return { ask, ticket, thread };
}

/** As above, for the expert who is asked; to everybody else there is no such question. */
export async function openOwnAsk(tx: Work, answerer: Answerer, askId: string): Promise<OpenAsk> {
  const opened = await openAsk(tx, askId);
  if (opened.ask.expertId !== answerer.id) throw new Refusal('not-found', { what: 'ask' });
  return opened;
}

/** As above, for the one who asked, or a coach. */
export async function openAskedOrCoached(tx: Work, caller: Caller, askId: string): Promise<OpenAsk> {
  const opened = await openAsk(tx, askId);
  if (opened.ask.askerId !== caller.id) mustCoach(caller, opened);
  return opened;
}

/** To somebody who neither coaches nor has a part in it there is no such question. */
export function mustCoach(caller: Caller, { ask, ticket }: OpenAsk): void {
  if (ask.askerId !== caller.id && ask.expertId !== caller.id) mustAllow(caller, 'ticket.see', ticket);
  mustAllow(caller, 'asks.coach');
}
