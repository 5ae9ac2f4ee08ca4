import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { SaveEmbargoes } from '../../actions/expert/save-embargoes.js';
import { SaveExpert } from '../../actions/expert/save-expert.js';
import { mustAllow } from '../../actions/must-allow.js';
import type { EmbargoView, ExpertView } from '../../contract/index.js';
import { embargoViews, expertViews } from '../../store/expert/expert.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { EmbargoesBody, ExpertBody } from './expert.dto.js';

@Controller('api')
export class ExpertController {
  constructor(
    private readonly reader: Reader,
    private readonly saveExpert: SaveExpert,
    private readonly saveEmbargoes: SaveEmbargoes,
  ) {}

  /** Who inside the company can be asked. */
  @Get('experts')
  list(@From() caller: Caller): Promise<ExpertView[]> {
    mustAllow(caller, 'experts.see');
    return this.reader.read((sql) => expertViews(sql, caller.workspaceId, null));
  }

  /** Makes somebody an expert, or changes what they can be asked. */
  @Put('experts/:id')
  save(@From() caller: Caller, @Param('id', IdPipe) agentId: string, @Body() body: ExpertBody): Promise<ExpertView> {
    const { topics, consent = null, ...rest } = body;
    const profile = { ...rest, topics: Object.fromEntries(topics.map(({ topic, level }) => [topic, level])) };
    return this.saveExpert.run(caller, { agentId, profile, consent });
  }

  /** What must not be said yet. */
  @Get('embargoes')
  embargoes(@From() caller: Caller): Promise<EmbargoView[]> {
    mustAllow(caller, 'experts.see');
    return this.reader.read((sql) => embargoViews(sql, caller.workspaceId));
  }

  /** The whole list. */
  @Put('embargoes')
  keepEmbargoes(@From() caller: Caller, @Body() { embargoes }: EmbargoesBody): Promise<EmbargoView[]> {
    const all = embargoes.map(({ topic = null, ...embargo }) => ({ ...embargo, topic }));
    return this.saveEmbargoes.run(caller, all);
  }
}
