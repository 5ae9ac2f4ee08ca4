import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import type { Outcome } from '../../domain/ticket/ticket-state.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { ChangeTicket } from './change-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { tellLine } from './tell.js';

interface Closing {
  readonly ticketId: string;
  readonly outcome: Outcome;
  readonly note: string | null;
  readonly version?: number | undefined;
}

/** Done, with one outcome. Its threads are free for a next ticket; replies on their way still go. */
@Injectable()
export class CloseTicket {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ticket: ChangeTicket,
  ) {}

  run(caller: Caller, ask: Closing): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, (tx) => this.inside(tx, caller, ask));
  }

  async inside(tx: Work, caller: Caller, ask: Closing): Promise<TicketRow> {
    const { ticketId, outcome } = ask;
    const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.close', version: ask.version });
    if (ask.note !== null && ask.note.trim() !== '') {
      const note = { id: newId(), ticketId, agentId: caller.id, text: ask.note.trim(), clientId: newId() };
      const written = await tx.history.addNote(note);
      await tx.tell({ type: 'note.added', ticketId, note: written.note });
    }
    await tx.assignments.end(ticketId, 'closed');
    await tx.tickets.holdThreads(ticketId, false);
    await tellLine(tx, { ticketId, agentId: caller.id, code: 'closed', facts: { outcome } });
    // A slot is free: somebody may be given the next one.
    tx.wake('assign');
    const change = { state: 'closed', outcome, closedAt: this.clock.now() } as const;
    return this.ticket.inside(tx, ticket, { change, cause: 'closed', actorId: caller.id });
  }
}
