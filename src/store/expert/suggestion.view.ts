import type { Actor, SuggestionsView } from '../../contract/index.js';
import { holdingReply } from '../../domain/expert/holding-reply.js';
import { suggestExperts } from '../../domain/expert/suggest-experts.js';
import { may } from '../../domain/team/policy.js';
import type { Sql } from '../sql.js';
import { instant } from '../ticket/ticket-row.view.js';
import { TicketStore } from '../ticket/ticket.store.js';
import { askClockNow } from './ask-clock.view.js';
import { expertFacts } from './expert.view.js';

interface Matter {
  readonly ticketId: string;
  /** Null for the ticket's own. */
  readonly topic: string | null;
  readonly now: Date;
}

/** Who could be asked about a ticket, best first; null when there is no such ticket in this agent's sight. */
export async function suggestionsView(
  sql: Sql,
  { workspaceId, ...actor }: Actor & { readonly workspaceId: number },
  { ticketId, topic, now }: Matter,
): Promise<SuggestionsView | null> {
  const ticket = await new TicketStore(sql, workspaceId).find(ticketId);
  if (!ticket || !may(actor, 'ticket.ask', ticket).ok) return null;
  const { language } = ticket;
  const { dueAt } = await askClockNow(sql, workspaceId, { ticketId, now });
  const experts = await expertFacts(sql, workspaceId, actor.id);
  return {
    experts: suggestExperts(experts, { topic: topic ?? ticket.topic, language, now }).map(
      ({ id, name, availableAt, ...rest }) => ({ ...rest, agent: { id, name }, availableAt: instant(availableAt) }),
    ),
    dueAt: dueAt.toISOString(),
    holdingReply: holdingReply(language),
  };
}
