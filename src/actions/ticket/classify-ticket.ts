import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import { topicsOf } from '../../store/routing/topic.store.js';
import type { TicketChange } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { routeAgain } from '../routing/route-again.js';
import type { Caller } from '../caller.js';
import { ChangeTicket } from './change-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { tellLine } from './tell.js';

interface Classing {
  readonly ticketId: string;
  /** What is not named stays; a topic of null is none. */
  readonly topic?: string | null | undefined;
  readonly priority?: number | undefined;
  readonly version?: number | undefined;
}

/** Somebody knows better what it is about, or how much it presses. Kept with who said so. */
@Injectable()
export class ClassifyTicket {
  constructor(
    private readonly db: Database,
    private readonly ticket: ChangeTicket,
  ) {}

  run(caller: Caller, ask: Classing): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, (tx) => this.inside(tx, caller, ask));
  }

  async inside(tx: Work, caller: Caller, ask: Classing): Promise<TicketRow> {
    const { ticketId, topic, priority, version } = ask;
    const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.classify', version });
    if (typeof topic === 'string') await mustBeTopic(tx, topic);
    const facts = {
      ...(topic === undefined ? {} : { topic: topic ?? '' }),
      ...(priority === undefined ? {} : { priority: String(priority) }),
    };
    await tellLine(tx, { ticketId, agentId: caller.id, code: 'reclassified', facts });
    const change: TicketChange = {
      ...(topic === undefined ? {} : { topic, topicConfidence: 1, topicWords: [], topicBy: caller.id }),
      ...(priority === undefined ? {} : { priority, priorityBy: caller.id }),
    };
    const judged = { ...ticket, priority: priority ?? ticket.priority };
    // No rule looks at a priority: what is not about the topic moves nothing.
    const asked = { change, because: 'topic', actorId: caller.id } as const;
    const rerouted = topic === undefined ? change : await routeAgain(tx, ticket, asked);
    return this.ticket.inside(tx, judged, { change: rerouted, cause: 'reclassified', actorId: caller.id });
  }
}

async function mustBeTopic(tx: Work, id: string): Promise<void> {
  const topics = await topicsOf(tx.sql, tx.workspaceId);
  if (!topics.some((topic) => topic.id === id)) throw new Refusal('not-found', { what: 'topic' });
}
