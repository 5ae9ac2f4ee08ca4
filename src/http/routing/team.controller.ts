import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { SaveTeams } from '../../actions/routing/save-teams.js';
import { SetSkills } from '../../actions/routing/set-skills.js';
import { everywhere, type AgentView, type TeamsView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { teamsView } from '../../store/routing/routing.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { SkillsBody, TeamsBody } from './team.dto.js';

@Controller('api')
export class TeamController {
  constructor(
    private readonly reader: Reader,
    private readonly saveTeams: SaveTeams,
    private readonly setSkills: SetSkills,
  ) {}

  /** Who works together, and whether they are given work or ask for it. */
  @Get('teams')
  list(@From() caller: Caller): Promise<TeamsView> {
    mustAllow(caller, 'routing.see');
    return this.reader.read((sql) => teamsView(sql, caller.workspaceId));
  }

  /** All of them at once, with their people. */
  @Put('teams')
  save(@From() caller: Caller, @Body() body: TeamsBody): Promise<TeamsView> {
    return this.saveTeams.run(caller, body);
  }

  /** What somebody is able to do, by which calendars they work and are called, and for which accounts. What is not named is none. */
  @Put('agents/:id/skills')
  skills(@From() caller: Caller, @Param('id', IdPipe) agentId: string, @Body() body: SkillsBody): Promise<AgentView> {
    const { skills, shiftId = null, onCallId = null, reach = everywhere } = body;
    return this.setSkills.run(caller, { agentId, skills, shiftId, onCallId, reach });
  }
}
