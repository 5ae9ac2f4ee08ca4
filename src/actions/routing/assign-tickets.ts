import { Injectable } from '@nestjs/common';
import {
  chooseAgent,
  lanesGivenTo,
  type Candidate,
  type Choice,
  type TicketToGive,
} from '../../domain/routing/choose-agent.js';
import type { Away } from '../../domain/team/absence.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { unownedWorkspaces, type Unowned } from '../../store/routing/assignment.store.js';
import type { Work } from '../../store/work.js';
import { GiveTicket } from '../ticket/give-ticket.js';
import { candidatesNow, wantedNow } from './candidates-now.js';
import { MakeOffer } from './make-offer.js';
import { TrayTickets } from './tray-tickets.js';

/** In one transaction: as long as it takes, those who are candidates are held. */
const together = 25;
/** How far down the queue one look goes: below that lies what nobody who is free can take. */
const mostPortions = 40;

/**
 * Gives what nobody has to whoever should have it, the most urgent first. The candidates are held meanwhile, so that two
 * workers never fill the same slot.
 */
@Injectable()
export class AssignTickets {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly give: GiveTicket,
    private readonly offer: MakeOffer,
    private readonly tray: TrayTickets,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const workspaces = await this.db.read((sql) => unownedWorkspaces(sql));
    let given = 0;
    for (const workspaceId of workspaces) {
      given += await this.db.transaction(workspaceId, (tx) => this.assign(tx));
      await this.db.transaction(workspaceId, (tx) => this.tray.inside(tx));
    }
    return { more: given > 0 };
  }

  private async assign(tx: Work): Promise<number> {
    const now = this.clock.now();
    const candidates = await candidatesNow(tx, now);
    const away = await tx.absences.now();
    let given = 0;
    let after: Unowned | null = null;
    for (let portion = 0; portion < mostPortions && given < together; portion += 1) {
      const free = candidates.filter(isFree);
      if (free.length === 0) break;
      const ask = { ...workOf(free), pulled: false, after, limit: together };
      const lot: Unowned[] = await tx.assignments.unowned(ask);
      for (const unowned of lot) given += await this.assignOne(tx, { unowned, candidates, now, away });
      after = lot.at(-1) ?? null;
      if (lot.length < together) break;
    }
    return given;
  }

  private async assignOne(
    tx: Work,
    { unowned, candidates, ...then }: { unowned: Unowned; candidates: Candidate[]; now: Date; away: readonly Away[] },
  ): Promise<number> {
    const wanted = wantedNow(unowned, then);
    const choice = chooseAgent(wanted, candidates);
    // What somebody else holds is left to them.
    if (choice.to === 'queue' || !(await tx.assignments.holdUnowned(unowned.id))) return 0;
    const ticket = await tx.tickets.lock(unowned.id);
    if (!ticket) return 0;
    const reason = reasonOf(choice, wanted);
    const { agent: to } = choice;
    const { offerSeconds: seconds } = wanted;
    if (seconds === null) await this.give.inside(tx, ticket, { to, how: 'routed', actorId: null, reason });
    else await this.offer.inside(tx, ticket, { to, seconds, reason });
    fill(candidates, to, wanted);
    return 1;
  }
}

/** What is kept, so that anybody can see afterwards why it came to whom. */
function reasonOf({ agent, because, excluded }: Choice & { to: 'agent' }, wanted: { slots: number; widening: string }) {
  const { slots, widening } = wanted;
  return { because, widening, used: agent.load + slots, limit: agent.capacity, others: excluded };
}

/** Only what somebody who is free could take is looked at. */
function workOf(free: readonly Candidate[]) {
  return {
    lanes: free.flatMap(({ role }) => lanesGivenTo(role)),
    languages: free.flatMap(({ languages }) => languages),
    teams: free.flatMap(({ teams }) => teams),
  };
}

function isFree(agent: Candidate): boolean {
  const { connected, availability, absent, onShift, onCall, load, capacity } = agent;
  return connected && availability === 'available' && !absent && (onShift || onCall) && load < capacity;
}

/** The next choice must know of this one. */
function fill(candidates: Candidate[], agent: Candidate, { slots, offerSeconds }: TicketToGive): void {
  const at = candidates.indexOf(agent);
  const last = candidates.reduce((latest, one) => Math.max(latest, one.lastAssignedAt?.getTime() ?? 0), 0);
  const deciding = agent.deciding || offerSeconds !== null;
  candidates[at] = { ...agent, load: agent.load + slots, deciding, lastAssignedAt: new Date(last + 1) };
}
