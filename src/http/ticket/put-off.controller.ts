import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { ClassifyTicket } from '../../actions/ticket/classify-ticket.js';
import { ResumeTicket } from '../../actions/ticket/resume-ticket.js';
import { SnoozeTicket } from '../../actions/ticket/snooze-ticket.js';
import { WaitFor } from '../../actions/ticket/wait-for.js';
import type { TicketRow } from '../../contract/index.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { ClassifyBody, SnoozeBody, VersionQuery, WaitBody } from './ticket-life.dto.js';

/** When a ticket is to be worked on, and how much it presses. */
@Controller('api/tickets/:id')
export class PutOffController {
  constructor(
    private readonly waitFor: WaitFor,
    private readonly snoozeTicket: SnoozeTicket,
    private readonly resumeTicket: ResumeTicket,
    private readonly classifyTicket: ClassifyTicket,
  ) {}

  @Post('wait')
  @HttpCode(200)
  wait(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: WaitBody): Promise<TicketRow> {
    return this.waitFor.run(caller, { ticketId: id, who: body.for, version: body.version });
  }

  @Post('snooze')
  @HttpCode(200)
  snooze(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: SnoozeBody): Promise<TicketRow> {
    const { until, wakeOnCustomer = true, confirm = false, version } = body;
    return this.snoozeTicket.run(caller, { ticketId: id, until: new Date(until), wakeOnCustomer, confirm, version });
  }

  @Post('unsnooze')
  @HttpCode(200)
  unsnooze(
    @From() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<TicketRow> {
    return this.resumeTicket.run(caller, { ticketId: id, from: ['snoozed'], version });
  }

  /** Whoever it waited for need not be waited for any more. */
  @Post('resume')
  @HttpCode(200)
  resume(
    @From() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<TicketRow> {
    return this.resumeTicket.run(caller, { ticketId: id, from: ['waiting_customer', 'waiting_internal'], version });
  }

  /** Topic and priority, by somebody who knows better. */
  @Post('classify')
  @HttpCode(200)
  classify(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: ClassifyBody): Promise<TicketRow> {
    return this.classifyTicket.run(caller, { ticketId: id, ...body });
  }
}
