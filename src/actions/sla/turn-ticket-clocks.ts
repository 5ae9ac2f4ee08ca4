import type { SlaClock } from '../../domain/sla/clock.js';
import { turnClocks } from '../../domain/sla/turn-clocks.js';
import type { Situation } from '../../domain/sla/situation.js';
import { newId } from '../../platform/ids.js';
import type { CountedTicket } from '../../store/ticket/ticket-facts.js';
import type { Work } from '../../store/work.js';
import { clocksAfter, keepClocks } from './keep-clocks.js';

/** Brings the clocks of one ticket in line with what became of it; answers how they stand then. */
export async function turnTicketClocks(
  tx: Work,
  { ticketId, slaVersion }: CountedTicket,
  by: { readonly situation: Situation; readonly cause: string; readonly actorId: string | null },
): Promise<SlaClock[]> {
  const book = await tx.books.read(slaVersion);
  const before = await tx.clocks.ofTickets([ticketId]);
  const steps = turnClocks(before, by.situation, { book, newId });
  const turned = { ticketId, before, steps };
  await keepClocks(tx, [turned], { book, cause: by.cause, actorId: by.actorId });
  return clocksAfter(turned);
}
