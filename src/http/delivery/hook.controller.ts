import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../session/public.js';
import { HookAnswers } from './hook-answers.js';
import { hookOf } from './hook-of.js';

interface Place {
  readonly network: string;
  readonly appKey: string;
}

/** Where networks call us. One route for all of them: what a call means is the network's own business. */
@Public()
@Controller('hooks/:network/:appKey')
export class HookController {
  constructor(private readonly answers: HookAnswers) {}

  /** Networks confirm a webhook by asking for an echo. */
  @Get()
  confirm(@Param() place: Place, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(place, request, response);
  }

  /** A delivery: stored before it is answered, so that what was answered 200 is never lost. Most come by `hookDoor`. */
  @Post()
  @HttpCode(200)
  receive(@Param() place: Place, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(place, request, response);
  }

  private async answer({ network, appKey }: Place, request: Request, response: Response): Promise<void> {
    const body: unknown = request.body;
    const hook = hookOf(request, request.originalUrl, Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    const { status, headers, body: told } = await this.answers.to({ network, appKey, hook });
    response.status(status).set(headers).send(told);
  }
}
