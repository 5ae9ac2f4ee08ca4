import { Body, Controller, Get, HttpCode, Patch, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '../../actions/caller.js';
import { ChangeMe } from '../../actions/team/change-me.js';
import { ChangePassword } from '../../actions/team/change-password.js';
import type { Me } from '../../contract/index.js';
import { From } from '../session/from.js';
import { clientOf } from '../session/session-cookie.js';
import { SignInThrottle } from '../session/sign-in-throttle.js';
import { MeReader } from './me-reader.js';
import { MeBody, PasswordBody } from './session.dto.js';

@Controller('api/me')
export class MeController {
  constructor(
    private readonly me: MeReader,
    private readonly changeMe: ChangeMe,
    private readonly changePassword: ChangePassword,
    private readonly throttle: SignInThrottle,
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

  /** Another password of one's own; every other session ends. Guessing the present one is slowed down like signing in. */
  @Post('password')
  @HttpCode(204)
  async password(@From() caller: Caller, @Body() body: PasswordBody, @Req() request: Request): Promise<void> {
    const { address } = clientOf(request);
    await this.throttle.attempt(caller.id, address);
    await this.changePassword.run(caller, body);
    await this.throttle.succeeded(caller.id, address);
  }
}
