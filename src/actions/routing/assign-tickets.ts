import { Injectable } from '@nestjs/common';
import { chooseAgent, lanesGivenTo, slotsOf, type Candidate } from '../../domain/routing/choose-agent.js';
import { ours } from '../../domain/ticket/ticket-state.js';
import { Database } from '../../store/database.js';
import { unownedWorkspaces } from '../../store/routing/assignment.store.js';
import type { Work } from '../../store/work.js';
import { GiveTicket } from '../ticket/give-ticket.js';

const together = 50;

/**
 * Gives what nobody has to whoever should have it, the most urgent first. The candidates are held meanwhile, so that two
 * workers never fill the same slot.
 */
@Injectable()
export class AssignTickets {
  constructor(
    private readonly db: Database,
    private readonly give: GiveTicket,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const workspaces = await this.db.read((sql) => unownedWorkspaces(sql));
    let given = 0;
    for (const workspaceId of workspaces) {
      given += await this.db.transaction(workspaceId, (tx) => this.assign(tx));
    }
    return { more: given > 0 };
  }

  private async assign(tx: Work): Promise<number> {
    const candidates = await tx.assignments.candidates();
    const free = candidates.filter(isFree);
    if (free.length === 0) return 0;
    const lanes = free.flatMap(({ role }) => lanesGivenTo(role));
    const languages = free.flatMap((agent) => agent.languages);
    let given = 0;
    for (const unowned of await tx.assignments.unowned({ lanes, languages, limit: together })) {
      const ticket = await tx.tickets.lock(unowned.id);
      if (!ticket || ticket.ownerId !== null) continue;
      const slots = slotsOf({ space: ticket.space, ours: ours.includes(ticket.state) });
      const { lane, language } = ticket;
      const choice = chooseAgent({ lane, language, slots, ...unowned }, candidates);
      if (choice.to === 'queue') continue;
      const { agent, because, excluded } = choice;
      const reason = { because, used: agent.load + slots, limit: agent.capacity, others: excluded };
      await this.give.inside(tx, ticket, { to: agent, how: 'routed', actorId: null, reason });
      fill(candidates, agent, slots);
      given += 1;
    }
    return given;
  }
}

function isFree(agent: Candidate): boolean {
  return agent.connected && agent.availability === 'available' && agent.load < agent.capacity;
}

/** The next choice must know of this one. */
function fill(candidates: Candidate[], agent: Candidate, slots: number): void {
  const at = candidates.indexOf(agent);
  const last = candidates.reduce((latest, one) => Math.max(latest, one.lastAssignedAt?.getTime() ?? 0), 0);
  candidates[at] = { ...agent, load: agent.load + slots, lastAssignedAt: new Date(last + 1) };
}
