import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal } from '../../contract/index.js';
import { sha256Hex } from '../../platform/ids.js';
import { NoSession } from '../session/no-session.js';
import { Public } from '../session/public.js';
import { Site } from '../site.js';
import { Figures } from './figures.js';

/** The figures, for Prometheus: here behind a token of their own, or on a port of their own (`openMetricsPort`). */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly figures: Figures,
    private readonly site: Site,
  ) {}

  @Get()
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { metricsToken } = this.site.facts;
    if (metricsToken === null) throw new Refusal('not-found', { what: 'route' });
    // Digests have one length, and comparing them early tells nothing of the token.
    if (sha256Hex(request.get('authorization') ?? '') !== sha256Hex(`Bearer ${metricsToken}`)) throw new NoSession();
    response
      .set('Cache-Control', 'no-store')
      .type(this.figures.contentType)
      .send(await this.figures.text());
  }
}
