import { earlierTickets } from '../../store/ticket/conversation.view.js';
import { ticketDetails } from '../../store/ticket/ticket-row.view.js';
import type { Work } from '../../store/work.js';
import { tellMessage } from '../ticket/tell.js';

/** Whose tickets they are has changed: each shows another person, and other earlier tickets beside it. */
export async function tellPeople(
  tx: Work,
  who: { readonly personIds: readonly string[]; readonly identityIds: readonly string[] },
  by: { readonly cause: string; readonly actorId: string },
): Promise<void> {
  const touched: string[] = [];
  for (const personId of who.personIds) touched.push(...(await tx.tickets.touchOfPerson(personId)));
  for (const { row: ticket, why, clocks, links } of await ticketDetails(tx.sql, tx.workspaceId, touched)) {
    const earlier = await earlierTickets(tx.sql, tx.workspaceId, ticket.id);
    await tx.tell({ type: 'ticket.changed', ticket, why, clocks, links, earlier, was: null, ...by });
  }
  for (const identityId of who.identityIds) {
    for (const id of await tx.messages.touchOfIdentity(identityId)) await tellMessage(tx, id);
  }
}
