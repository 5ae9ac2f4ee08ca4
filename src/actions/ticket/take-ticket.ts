import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { may } from '../../domain/team/policy.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { isFreeToPick, weighPick } from '../routing/weigh-pick.js';
import { GiveTicket } from './give-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';

interface Taking {
  readonly ticketId: string;
  readonly version?: number | undefined;
}

/** Into one's own hands. Of several who reach for it at once the first has it; the others are told who. */
@Injectable()
export class TakeTicket {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly give: GiveTicket,
  ) {}

  run(caller: Caller, ticketId: string, version?: number): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, (tx) => this.inside(tx, caller, { ticketId, version }));
  }

  async inside(tx: Work, caller: Caller, { ticketId, version }: Taking): Promise<TicketRow> {
    const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.take', version });
    if (ticket.ownerId !== null && ticket.ownerId !== caller.id) await refuseTaken(tx, caller, ticket);
    const isOffered = ticket.offeredTo === caller.id;
    if (ticket.offeredTo !== null && !isOffered) await refuseOffered(tx, caller, ticket);
    const passedOver = isFreeToPick(ticket)
      ? await weighPick(tx, caller, { id: ticketId, now: this.clock.now() })
      : null;
    const gift = { to: caller, how: isOffered ? 'accepted' : 'taken', actorId: caller.id } as const;
    const row = await this.give.inside(tx, ticket, gift);
    if (passedOver !== null) await tx.picks.note(ticketId, passedOver);
    return row;
  }
}

/** Who may hand out work may also take it over; others ask the one who has it. */
async function refuseTaken(tx: Work, caller: Caller, ticket: Ticket): Promise<void> {
  if (may(caller, 'ticket.assign', ticket).ok) return;
  const owner = ticket.ownerId === null ? null : await tx.agents.find(ticket.ownerId);
  throw new Refusal('ticket.taken', { by: owner?.name ?? '' });
}

/** Whoever is asked first may answer first. */
async function refuseOffered(tx: Work, caller: Caller, ticket: Ticket): Promise<void> {
  if (may(caller, 'ticket.assign', ticket).ok) return;
  const asked = ticket.offeredTo === null ? null : await tx.agents.find(ticket.offeredTo);
  throw new Refusal('ticket.offered', { by: asked?.name ?? '' });
}
