import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { AcceptInvitation } from '../../actions/team/accept-invitation.js';
import { SetUp } from '../../actions/team/set-up.js';
import { Refusal, type InvitationView, type Me, type SetUpView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { invitationView, needsSetUp } from '../../store/team/workspace.view.js';
import { Public } from '../session/public.js';
import { clientOf, giveCookie } from '../session/session-cookie.js';
import { Site } from '../site.js';
import { MeReader } from './me-reader.js';
import { AcceptanceBody, SetUpBody } from './session.dto.js';

/** The doors for those who have no session and no password yet. */
@Public()
@Controller('api')
export class EntryController {
  constructor(
    private readonly reader: Reader,
    private readonly site: Site,
    private readonly setUp: SetUp,
    private readonly accept: AcceptInvitation,
    private readonly me: MeReader,
  ) {}

  /** Is this Relais still to be set up? */
  @Get('setup')
  async state(): Promise<SetUpView> {
    return { needed: await this.reader.read(needsSetUp), demo: this.site.facts.demo };
  }

  /** The first administrator comes in, with the one-time link that the first start printed. */
  @Post('setup')
  @HttpCode(200)
  async first(@Body() body: SetUpBody, @Req() request: Request): Promise<Me> {
    const session = await this.setUp.run(body, clientOf(request));
    giveCookie(request, session);
    return this.me.of(session);
  }

  /** Whom an invitation is for. */
  @Get('invitations/:token')
  async invitation(@Param('token') token: string): Promise<InvitationView> {
    const invited = await this.reader.read((sql) => invitationView(sql, token));
    if (!invited) throw new Refusal('link.invalid', {});
    return invited;
  }

  /** Whoever was invited chooses a password, and is signed in. */
  @Post('invitations/:token')
  @HttpCode(200)
  async join(@Param('token') token: string, @Body() body: AcceptanceBody, @Req() request: Request): Promise<Me> {
    const session = await this.accept.run({ token, ...body }, clientOf(request));
    giveCookie(request, session);
    return this.me.of(session);
  }
}
