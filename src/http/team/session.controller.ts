import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Caller } from '../../actions/caller.js';
import { EndSession } from '../../actions/team/end-session.js';
import { SignIn } from '../../actions/team/sign-in.js';
import { Refusal, type Me, type SessionView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { sessionViews } from '../../store/team/session.view.js';
import { IdPipe } from '../id.pipe.js';
import { Authenticator } from '../session/authenticator.js';
import { From } from '../session/from.js';
import { Public } from '../session/public.js';
import { clientOf, giveCookie, takeCookie } from '../session/session-cookie.js';
import { SignInThrottle } from '../session/sign-in-throttle.js';
import { MeReader } from './me-reader.js';
import { SignInBody } from './session.dto.js';

@Controller('api')
export class SessionController {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly throttle: SignInThrottle,
    private readonly signIn: SignIn,
    private readonly me: MeReader,
  ) {}

  /** Signs in: the answer sets the cookie of the new session. */
  @Public()
  @Post('session')
  @HttpCode(200)
  async open(
    @Body() { email }: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const client = clientOf(request);
    await this.throttle.attempt(email, client.address);
    const recognised = await this.authenticator.recognised(request, response);
    if (recognised === null) throw new Refusal('sign-in.wrong', {});
    await this.throttle.succeeded(email, client.address);
    const session = await this.signIn.open(recognised, client);
    giveCookie(request, session);
    return this.me.of(session);
  }
}

@Controller('api')
export class SessionsController {
  constructor(
    private readonly reader: Reader,
    private readonly end: EndSession,
  ) {}

  /** Signs out. */
  @Delete('session')
  @HttpCode(204)
  async close(@From() caller: Caller, @Req() request: Request): Promise<void> {
    await this.end.run(caller, caller.sessionId);
    takeCookie(request);
  }

  /** Where the one who asks is signed in. */
  @Get('sessions')
  list(@From() caller: Caller): Promise<SessionView[]> {
    const ask = { agentId: caller.id, currentId: caller.sessionId };
    return this.reader.read((sql) => sessionViews(sql, caller.workspaceId, ask));
  }

  /** Ends one of one's own sessions. */
  @Delete('sessions/:id')
  @HttpCode(204)
  revoke(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.end.run(caller, id);
  }
}
