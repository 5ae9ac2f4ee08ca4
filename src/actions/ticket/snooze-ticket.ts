import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { checkSnooze } from '../../domain/ticket/put-off.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { ChangeTicket } from './change-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { tellLine } from './tell.js';

interface Snooze {
  readonly ticketId: string;
  readonly until: Date;
  readonly wakeOnCustomer: boolean;
  /** Beyond what the customer was promised: somebody who may has been asked, and says yes. */
  readonly confirm: boolean;
  readonly version?: number | undefined;
}

/** Out of sight until a date, or until the customer writes. The clocks go on. */
@Injectable()
export class SnoozeTicket {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ticket: ChangeTicket,
  ) {}

  run(caller: Caller, ask: Snooze): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { ticketId, until, wakeOnCustomer, version } = ask;
      const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.put-off', version });
      if (ask.confirm) mustAllow(caller, 'ticket.put-off-late', ticket);
      checkSnooze({ until, now: this.clock.now(), dueAt: ticket.dueAt, confirmed: ask.confirm });
      const facts = { until: until.toISOString() };
      await tellLine(tx, { ticketId, agentId: caller.id, code: 'snoozed', facts });
      tx.wake('assign');
      const change = { state: 'snoozed', snoozedUntil: until, wakeOnCustomer } as const;
      return this.ticket.inside(tx, ticket, { change, cause: 'snoozed', actorId: caller.id });
    });
  }
}
