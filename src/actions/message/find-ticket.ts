import { Injectable } from '@nestjs/common';
import type { MessageArrived } from '../../domain/message/inbound-event.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { applyRules, type Routed } from '../../domain/routing/apply-rules.js';
import type { Lane } from '../../domain/team/role.js';
import { placeMessage } from '../../domain/ticket/place-message.js';
import type { Understanding } from '../../domain/understanding/understand.js';
import { Networks } from '../../networks/kit/networks.js';
import { newId } from '../../platform/ids.js';
import type { Identity } from '../../store/person/person.store.js';
import { surroundingsOf } from '../../store/routing/routing-facts.js';
import type { Thread } from '../../store/thread/thread.store.js';
import type { Ticket, TicketChange } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { tellLine } from '../ticket/tell.js';
import { timeOf, type Scene } from './event-outcome.js';

interface Ask {
  readonly event: MessageArrived;
  readonly identity: Identity;
  readonly thread: Thread;
  readonly understood: Understanding;
}

export interface FoundTicket {
  readonly ticket: Ticket;
  readonly change: TicketChange;
  /** Where it stood before; null for one that is new. */
  readonly was: { readonly lane: Lane; readonly ownerId: string | null } | null;
}

/** The ticket that a message of this thread belongs to, locked; opened or reopened as the rules say. */
@Injectable()
export class FindTicket {
  readonly rulesOf: RulesOf;

  constructor(networks: Networks) {
    this.rulesOf = networks.rulesOf;
  }

  async inside(tx: Work, scene: Scene, ask: Ask): Promise<FoundTicket> {
    const { ticketId } = ask.thread;
    const last = ticketId === null ? null : await tx.tickets.lock(ticketId);
    const place = placeMessage(last, ask.understood.thanks, scene.now);
    if (!last || place === 'new') return { ticket: await openTicket(tx, scene, ask), change: {}, was: null };

    const was = { lane: last.lane, ownerId: last.ownerId };
    if (place === 'join') return { ticket: last, change: {}, was };
    await tx.tickets.holdThreads(last.id, true);
    await tellLine(tx, { ticketId: last.id, agentId: null, code: 'reopened', facts: {} });
    // Whoever had it is asked first, but may be gone by now: it is routed again.
    tx.wake('assign');
    const change = { state: 'open', outcome: null, closedAt: null, ownerId: null } as const;
    return { ticket: last, change, was };
  }
}

async function openTicket(tx: Work, scene: Scene, ask: Ask): Promise<Ticket> {
  const { event, identity, thread, understood } = ask;
  const id = newId();
  const routed = await routeArrival(tx, ask);
  await tx.tickets.add({
    id,
    lane: routed.lane,
    laneRule: routed.rule,
    teamId: routed.teamId,
    skills: routed.skills,
    tags: routed.tags,
    held: routed.hold,
    route: routed.decidedBy,
    priority: routed.priority,
    topic: understood.topic,
    topicConfidence: understood.confidence,
    topicWords: understood.words,
    language: languageOf(event, understood),
    urgency: understood.urgency,
    sentiment: understood.sentiment,
    personId: identity.personId,
    identityId: identity.id,
    accountId: scene.account.id,
    space: thread.space,
    messageKind: event.messageKind,
    at: timeOf(event, scene.now),
  });
  await tx.tickets.join(id, thread.id);
  await tellLine(tx, { ticketId: id, agentId: null, code: 'opened', facts: { network: scene.network.id } });
  tx.wake('assign');
  const ticket = await tx.tickets.lock(id);
  if (!ticket) throw new Error('a ticket that was opened could not be read');
  return ticket;
}

async function routeArrival(tx: Work, { event, thread, understood }: Ask): Promise<Routed> {
  return applyRules(await tx.routing.ready(), {
    ...(await surroundingsOf(tx.sql, tx.workspaceId, thread.id)),
    // What we wrote ourselves, outside Relais, says nothing of what the customer wants.
    text: event.from === 'us' ? '' : event.text,
    kind: event.messageKind,
    space: thread.space,
    language: languageOf(event, understood),
    attachments: event.attachments.length > 0,
    rating: event.rating ?? null,
    understood,
  });
}

/** What the text says counts more than what the person's app is set to; `fr-CA` is spoken by whoever speaks `fr`. */
function languageOf(event: MessageArrived, understood: Understanding): string | null {
  return understood.language ?? event.language?.split('-')[0]?.toLowerCase() ?? null;
}
