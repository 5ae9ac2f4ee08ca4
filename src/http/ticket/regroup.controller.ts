import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { MergeTicket } from '../../actions/ticket/merge-ticket.js';
import { SplitTicket } from '../../actions/ticket/split-ticket.js';
import { UndoMerge } from '../../actions/ticket/undo-merge.js';
import { UndoSplit } from '../../actions/ticket/undo-split.js';
import type { TicketRow } from '../../contract/index.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { MergeBody, SplitBody } from './ticket-life.dto.js';

/** Tickets that are one matter, and matters that are in one ticket. */
@Controller('api/tickets/:id')
export class RegroupController {
  constructor(
    private readonly mergeTicket: MergeTicket,
    private readonly splitTicket: SplitTicket,
    private readonly undoOfMerge: UndoMerge,
    private readonly undoOfSplit: UndoSplit,
  ) {}

  /** Into another ticket, which is answered; this one is closed. */
  @Post('merge')
  @HttpCode(200)
  merge(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: MergeBody): Promise<TicketRow> {
    return this.mergeTicket.run(caller, { ticketId: id, into: body.into, version: body.version });
  }

  /** Answers the new ticket. */
  @Post('split')
  @HttpCode(200)
  split(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: SplitBody): Promise<TicketRow> {
    return this.splitTicket.run(caller, { ticketId: id, messageIds: body.messageIds, version: body.version });
  }

  /** By the ticket that was merged into another, within 30 days. */
  @Post('undo-merge')
  @HttpCode(200)
  undoMerge(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<TicketRow> {
    return this.undoOfMerge.run(caller, id);
  }

  /** By the ticket that was split off, within 30 days; answers the one that goes on. */
  @Post('undo-split')
  @HttpCode(200)
  undoSplit(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<TicketRow> {
    return this.undoOfSplit.run(caller, id);
  }
}
