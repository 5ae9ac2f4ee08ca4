import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { AssignTicket } from '../../actions/ticket/assign-ticket.js';
import { CloseTicket } from '../../actions/ticket/close-ticket.js';
import { ReleaseTicket } from '../../actions/ticket/release-ticket.js';
import { ReopenTicket } from '../../actions/ticket/reopen-ticket.js';
import { TakeTicket } from '../../actions/ticket/take-ticket.js';
import { TransferTicket } from '../../actions/ticket/transfer-ticket.js';
import type { TicketRow } from '../../contract/index.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { AssignBody, CloseBody, TransferBody } from './ticket.dto.js';
import { VersionQuery } from './ticket-life.dto.js';

/** Whose hands a ticket is in. */
@Controller('api/tickets/:id')
export class TicketHandsController {
  constructor(
    private readonly takeTicket: TakeTicket,
    private readonly releaseTicket: ReleaseTicket,
    private readonly assignTicket: AssignTicket,
  ) {}

  @Post('take')
  @HttpCode(200)
  take(
    @From() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<TicketRow> {
    return this.takeTicket.run(caller, id, version);
  }

  @Post('release')
  @HttpCode(200)
  release(
    @From() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<TicketRow> {
    return this.releaseTicket.run(caller, id, version);
  }

  @Post('assign')
  @HttpCode(200)
  assign(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: AssignBody): Promise<TicketRow> {
    return this.assignTicket.run(caller, { ticketId: id, agentId: body.agentId, version: body.version });
  }
}

/** Where a ticket stands. */
@Controller('api/tickets/:id')
export class TicketCourseController {
  constructor(
    private readonly transferTicket: TransferTicket,
    private readonly closeTicket: CloseTicket,
    private readonly reopenTicket: ReopenTicket,
  ) {}

  /** Into another lane, with a note for whoever takes over. */
  @Post('transfer')
  @HttpCode(200)
  transfer(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: TransferBody): Promise<TicketRow> {
    const { lane, agentId = null, note, version } = body;
    return this.transferTicket.run(caller, { ticketId: id, lane, agentId, note, version });
  }

  @Post('close')
  @HttpCode(200)
  close(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: CloseBody): Promise<TicketRow> {
    const { outcome, note = null, version } = body;
    return this.closeTicket.run(caller, { ticketId: id, outcome, note, version });
  }

  @Post('reopen')
  @HttpCode(200)
  reopen(
    @From() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<TicketRow> {
    return this.reopenTicket.run(caller, id, version);
  }
}
