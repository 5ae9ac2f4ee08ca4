import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { ChangeAgent } from '../../actions/team/change-agent.js';
import { InviteAgent } from '../../actions/team/invite-agent.js';
import { SignAgentOut } from '../../actions/team/sign-agent-out.js';
import type { AgentView, InvitedView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { agentViews } from '../../store/team/agent.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { AgentBody, NewAgentBody } from './agent.dto.js';

@Controller('api/agents')
export class AgentController {
  constructor(
    private readonly reader: Reader,
    private readonly invite: InviteAgent,
    private readonly changeAgent: ChangeAgent,
    private readonly signAgentOut: SignAgentOut,
  ) {}

  @Get()
  list(@From() caller: Caller): Promise<AgentView[]> {
    mustAllow(caller, 'agents.see');
    return this.reader.read((sql) => agentViews(sql, caller.workspaceId, null));
  }

  /** Adds a person; the answer holds the link that they come in by. */
  @Post()
  @HttpCode(200)
  add(@From() caller: Caller, @Body() body: NewAgentBody): Promise<InvitedView> {
    return this.invite.run(caller, body);
  }

  @Patch(':id')
  change(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: AgentBody): Promise<AgentView> {
    return this.changeAgent.run(caller, id, body);
  }

  /** A new link for somebody who lost the first, or forgot the password. */
  @Post(':id/invitation')
  @HttpCode(200)
  inviteAgain(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<InvitedView> {
    return this.invite.again(caller, id);
  }

  /** Ends all sessions of a person. */
  @Post(':id/sign-out')
  @HttpCode(204)
  signOut(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.signAgentOut.run(caller, id);
  }
}
