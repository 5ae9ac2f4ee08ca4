import { Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { AskForPen } from '../../actions/pen/ask-for-pen.js';
import { RefusePen } from '../../actions/pen/refuse-pen.js';
import { ReleasePen } from '../../actions/pen/release-pen.js';
import { TakePen } from '../../actions/pen/take-pen.js';
import type { PenAnswer } from '../../contract/index.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { ReleaseQuery } from './draft.dto.js';

/** Who writes the reply of a ticket. Who has it is told on the socket, beside who is there. */
@Controller('api/tickets/:id/pen')
export class PenController {
  constructor(
    private readonly takePen: TakePen,
    private readonly askForPen: AskForPen,
    private readonly refusePen: RefusePen,
    private readonly releasePen: ReleasePen,
  ) {}

  /** While one writes: it is kept for a minute. Refused with 423 while somebody else has it. */
  @Post()
  @HttpCode(200)
  async take(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<PenAnswer> {
    return { pen: await this.takePen.run(caller, id) };
  }

  /** Asks whoever has it; after fifteen seconds without an answer it passes on. A lead has it at once. */
  @Post('ask')
  @HttpCode(200)
  async ask(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<PenAnswer> {
    return { pen: await this.askForPen.run(caller, id) };
  }

  /** Keeps it, although a colleague asked. */
  @Post('refuse')
  @HttpCode(200)
  async refuse(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<PenAnswer> {
    return { pen: await this.refusePen.run(caller, id) };
  }

  @Delete()
  @HttpCode(204)
  release(@From() caller: Caller, @Param('id', IdPipe) ticketId: string, @Query() query: ReleaseQuery): Promise<void> {
    return this.releasePen.run(caller, { ticketId, leaving: query.leaving === 'yes' });
  }
}
