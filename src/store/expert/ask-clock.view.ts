import { askClock, askTerms, type AskClock } from '../../domain/expert/ask-clock.js';
import { readBook } from '../sla/book.store.js';
import type { Sql } from '../sql.js';
import { countTicket } from '../ticket/ticket-facts.js';

/** By when an expert who is asked now is to answer, by what the ticket's policy promises. */
export async function askClockNow(
  sql: Sql,
  workspaceId: number,
  { ticketId, now }: { readonly ticketId: string; readonly now: Date },
): Promise<AskClock> {
  const { judged } = await countTicket(sql, workspaceId, ticketId);
  return askClock(askTerms(await readBook(sql, workspaceId), judged), now);
}
