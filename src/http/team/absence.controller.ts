import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { SaveAbsence } from '../../actions/team/save-absence.js';
import type { AbsenceView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { absenceViews } from '../../store/team/absence.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { AbsenceBody, NewAbsenceBody } from './absence.dto.js';

@Controller('api/absences')
export class AbsenceController {
  constructor(
    private readonly reader: Reader,
    private readonly absence: SaveAbsence,
  ) {}

  /** Who is away or will be, soonest first. `team.changed` says that it is to be read again. */
  @Get()
  list(@From() caller: Caller): Promise<AbsenceView[]> {
    mustAllow(caller, 'agents.see');
    return this.reader.read((sql) => absenceViews(sql, caller, null));
  }

  /** One's own, or, for leads, somebody else's. */
  @Post()
  @HttpCode(200)
  add(@From() caller: Caller, @Body() { agentId = caller.id, ...body }: NewAbsenceBody): Promise<AbsenceView> {
    return this.absence.add(caller, agentId, factsOf(body));
  }

  /** All of it anew. What has moved already when it began stays where it is. */
  @Put(':id')
  change(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: AbsenceBody): Promise<AbsenceView> {
    return this.absence.change(caller, id, factsOf(body));
  }

  /** They are back, or do not go. */
  @Delete(':id')
  @HttpCode(204)
  end(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.absence.end(caller, id);
  }
}

function factsOf({ from, until, reason, standInId = null, openWork }: AbsenceBody) {
  return { from: new Date(from), until: new Date(until), reason, standInId, openWork };
}
