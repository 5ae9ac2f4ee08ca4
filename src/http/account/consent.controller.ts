import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FinishConsent } from '../../actions/account/finish-consent.js';
import { StartConsent } from '../../actions/account/start-consent.js';
import type { Caller } from '../../actions/caller.js';
import { isRefusal, type Refusal } from '../../contract/index.js';
import { Authenticator } from '../session/authenticator.js';
import { From } from '../session/from.js';
import { Public } from '../session/public.js';
import { ConsentBody } from './account.dto.js';

/** Where the console shows the accounts, and says what became of it. */
const screen = '/admin/accounts';

@Controller()
export class ConsentController {
  constructor(
    private readonly start: StartConsent,
    private readonly finish: FinishConsent,
    private readonly authenticator: Authenticator,
  ) {}

  /** The address at the network where an administrator agrees that Relais speaks for an account. */
  @Post('api/accounts/oauth')
  @HttpCode(200)
  begin(@From() caller: Caller, @Body() body: ConsentBody): Promise<{ url: string }> {
    return this.start.run(caller, body);
  }

  /** A person comes back here, not a program: whatever happened, they are shown a page of the console. */
  @Public()
  @Get('oauth/back')
  async back(
    @Query() back: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const caller = await this.authenticator.caller(request, response);
    const outcome = await this.outcome(caller, back);
    response.set('Cache-Control', 'no-store').redirect(303, `${screen}?${new URLSearchParams(outcome).toString()}`);
  }

  private async outcome(
    caller: Caller | null,
    { state, code }: Record<string, unknown>,
  ): Promise<Record<string, string>> {
    if (caller === null) return { refused: 'session.none' };
    if (typeof state !== 'string' || typeof code !== 'string') return { refused: 'consent.denied' };
    try {
      const { id } = await this.finish.run(caller, { state, code });
      return { connected: id };
    } catch (error) {
      if (isRefusal(error)) return { refused: error.code, ...detailOf(error) };
      throw error;
    }
  }
}

function detailOf({ details }: Refusal): Record<string, string> {
  return 'detail' in details ? { detail: details.detail.slice(0, 300) } : {};
}
