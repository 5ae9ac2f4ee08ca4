import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import type { Agent } from '../../store/team/agent.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { GiveTicket } from './give-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';

interface Assigning {
  readonly ticketId: string;
  readonly agentId: string;
  readonly version?: number | undefined;
}

/** Into somebody else's hands. */
@Injectable()
export class AssignTicket {
  constructor(
    private readonly db: Database,
    private readonly give: GiveTicket,
  ) {}

  run(caller: Caller, ask: Assigning): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, (tx) => this.inside(tx, caller, ask));
  }

  async inside(tx: Work, caller: Caller, ask: Assigning): Promise<TicketRow> {
    const ticket = await lockOpenTicket(tx, caller, { ...ask, act: 'ticket.assign' });
    const to = await activeAgent(tx, ask.agentId);
    return this.give.inside(tx, ticket, { to, how: 'assigned', actorId: caller.id });
  }
}

/** Somebody who can work: who has left is given nothing. */
export async function activeAgent(tx: Work, id: string): Promise<Agent> {
  const agent = await tx.agents.find(id);
  if (!agent || agent.disabledAt) throw new Refusal('not-found', { what: 'agent' });
  return agent;
}
