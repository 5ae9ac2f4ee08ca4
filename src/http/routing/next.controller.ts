import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Caller } from '../../actions/caller.js';
import { NextTicket } from '../../actions/routing/next-ticket.js';
import type { TicketRow } from '../../contract/index.js';
import { From } from '../session/from.js';

@Controller('api/tickets/next')
export class NextController {
  constructor(private readonly nextTicket: NextTicket) {}

  /** The most urgent ticket that the one who asks may have, now in their hands; 204 when there is none. */
  @Post()
  @HttpCode(200)
  async next(@From() caller: Caller, @Res({ passthrough: true }) response: Response): Promise<TicketRow | undefined> {
    const row = await this.nextTicket.run(caller);
    if (row) return row;
    response.status(204);
    return undefined;
  }
}
