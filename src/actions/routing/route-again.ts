import { applyRules } from '../../domain/routing/apply-rules.js';
import { reroute, type Rerouting } from '../../domain/routing/route-again.js';
import { understand } from '../../domain/understanding/understand.js';
import { openingOf, type Opening } from '../../store/routing/opening.js';
import { teamsOf } from '../../store/routing/routing.store.js';
import type { Ticket, TicketChange } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { tellLine } from '../ticket/tell.js';

interface Again {
  /** What is being changed besides; the rules see it. */
  readonly change?: TicketChange;
  /** What they depend on that is another now. */
  readonly because: 'topic' | 'person';
  readonly actorId: string | null;
}

/**
 * Asks the rules of an open, locked ticket again, by its first message and by what is known of it now. Answers all that
 * changes; the record says what moved it.
 */
export async function routeAgain(tx: Work, ticket: Ticket, again: Again): Promise<TicketChange> {
  const { change = {} } = again;
  const opening = await openingOf(tx.sql, tx.workspaceId, ticket.id);
  if (!opening || ticket.state === 'closed') return change;
  const rerouting = await routedNow(tx, opening, change);
  const { isOther, leaves, ...outcome } = rerouting;
  if (isOther) await tellMove(tx, ticket, { ...again, rerouting });
  if (leaves) await tx.assignments.end(ticket.id, 'rerouted');
  if (isOther) tx.wake('assign');
  return { ...change, ...outcome, ...(isOther ? { trayAt: null } : {}), ...(leaves ? { ownerId: null } : {}) };
}

async function routedNow(tx: Work, opening: Opening, change: TicketChange): Promise<Rerouting> {
  const book = await tx.routing.ready();
  const { facts, known, standing } = opening;
  const topic = change.topic === undefined ? known.topic : change.topic;
  const understood = {
    ...understand(facts.text, { model: await tx.models.ready(), topics: book.topics }),
    ...known,
    topic,
    confidence: change.topicConfidence ?? known.confidence,
  };
  const byHand = typeof change.priorityBy === 'string';
  const now = {
    ...standing,
    ...(byHand ? { priorityByHand: true, priority: change.priority ?? standing.priority } : {}),
  };
  return reroute(now, applyRules(book, { ...facts, understood }));
}

async function tellMove(tx: Work, ticket: Ticket, by: Again & { rerouting: Rerouting }): Promise<void> {
  const { lane, teamId, priority, route } = by.rerouting;
  const teams = teamId === null ? [] : await teamsOf(tx.sql, tx.workspaceId);
  const facts = {
    because: by.because,
    from: ticket.lane,
    to: lane,
    team: teams.find(({ id }) => id === teamId)?.name ?? '',
    priority: String(priority),
    rules: route.map(({ name }) => name).join(', '),
  };
  await tellLine(tx, { ticketId: ticket.id, agentId: null, code: 'rerouted', facts });
}
