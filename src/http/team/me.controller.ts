import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { ChangeMe } from '../../actions/team/change-me.js';
import type { Me } from '../../contract/index.js';
import { From } from '../session/from.js';
import { MeReader } from './me-reader.js';
import { MeBody } from './session.dto.js';

@Controller('api/me')
export class MeController {
  constructor(
    private readonly me: MeReader,
    private readonly changeMe: ChangeMe,
  ) {}

  /** The agent who asks, and the workspace they work in. */
  @Get()
  read(@From() caller: Caller): Promise<Me> {
    return this.me.of({ workspaceId: caller.workspaceId, agentId: caller.id });
  }

  /** Changes one's own language, or whether one takes tickets now. */
  @Patch()
  async change(@From() caller: Caller, @Body() body: MeBody): Promise<Me> {
    await this.changeMe.run(caller, body);
    return this.read(caller);
  }
}
