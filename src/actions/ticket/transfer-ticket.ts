import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { Lane } from '../../domain/team/role.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { ChangeTicket } from './change-ticket.js';
import { GiveTicket } from './give-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { receiver } from './receiver.js';
import { tellLine } from './tell.js';

interface Transfer {
  readonly ticketId: string;
  readonly lane: Lane;
  /** Null: whoever the lane finds. */
  readonly agentId: string | null;
  /** What the next one must know. */
  readonly note: string;
  readonly version?: number | undefined;
}

/** Into another lane. The customer's clocks go on as they were (rules 1.8). */
@Injectable()
export class TransferTicket {
  constructor(
    private readonly db: Database,
    private readonly ticket: ChangeTicket,
    private readonly give: GiveTicket,
  ) {}

  run(caller: Caller, ask: Transfer): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, (tx) => this.inside(tx, caller, ask));
  }

  async inside(tx: Work, caller: Caller, ask: Transfer): Promise<TicketRow> {
    const { ticketId, lane } = ask;
    const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.transfer', version: ask.version });
    const note = ask.note.trim();
    if (lane !== ticket.lane && note === '') throw new Refusal('transfer.note', {});
    await explain(tx, caller, { ...ask, note, from: ticket.lane });

    const change = { lane, laneRule: 'transferred', teamId: null, held: false, trayAt: null };
    if (ask.agentId !== null) {
      const { to, reason } = await receiver(tx, ask.agentId);
      return this.give.inside(tx, ticket, { to, how: 'assigned', actorId: caller.id, reason, change });
    }
    await tx.assignments.end(ticketId, 'transferred');
    tx.wake('assign');
    const by = { change: { ...change, ownerId: null }, cause: 'transferred', actorId: caller.id };
    return this.ticket.inside(tx, ticket, by);
  }
}

async function explain(tx: Work, caller: Caller, ask: Transfer & { from: Lane }): Promise<void> {
  const { ticketId } = ask;
  const facts = { from: ask.from, to: ask.lane };
  await tellLine(tx, { ticketId, agentId: caller.id, code: 'transferred', facts });
  if (ask.note === '') return;
  const note = { id: newId(), ticketId, agentId: caller.id, text: ask.note, clientId: newId() };
  const written = await tx.history.addNote(note);
  await tx.tell({ type: 'note.added', ticketId, note: written.note });
}
