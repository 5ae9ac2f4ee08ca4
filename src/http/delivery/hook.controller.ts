import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AcceptDelivery, Forged } from '../../actions/delivery/accept-delivery.js';
import { Refusal } from '../../contract/index.js';
import { newToken } from '../../platform/ids.js';
import { Log } from '../../platform/log.js';
import { Metrics } from '../../platform/metrics.js';
import { Public } from '../session/public.js';

/** Networks try again after an answer that is no success; so many seconds are what we ask for. */
const secondsUntilBack = 5;
type Outcome = 'accepted' | 'forged' | 'unknown' | 'failed';

/** Where networks call us. One route for all of them: what a call means is the network's own business. */
@Public()
@Controller('hooks/:network/:appKey')
export class HookController {
  private readonly calls;

  constructor(
    private readonly accept: AcceptDelivery,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    this.calls = metrics.counter({
      name: 'relais_hooks_total',
      help: 'Calls of networks to us, by what became of them.',
      labels: ['network', 'outcome'],
    });
  }

  /** Networks confirm a webhook by asking for an echo. */
  @Get()
  confirm(@Param() place: Place, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(place, request, response);
  }

  /** A delivery: stored before it is answered, so that what was answered 200 is never lost. */
  @Post()
  @HttpCode(200)
  receive(@Param() place: Place, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(place, request, response);
  }

  private async answer(place: Place, request: Request, response: Response): Promise<void> {
    try {
      const reply = await this.accept.run({ network: place.network, appKey: place.appKey, hook: hookOf(request) });
      this.count(place, 'accepted');
      response.status(reply.status).type(reply.type).send(reply.body);
    } catch (error) {
      this.refuse(error, place, response);
    }
  }

  private refuse(error: unknown, place: Place, response: Response): void {
    if (error instanceof Forged) {
      this.count(place, 'forged');
      response.status(401).json({ code: 'not-authentic', details: {} });
    } else if (error instanceof Refusal) {
      // The address was made up, and so may be the network's name in it.
      this.count({ network: 'none' }, 'unknown');
      response.status(404).json({ code: 'not-found', details: { what: 'hook' } });
    } else {
      const reference = newToken(6);
      this.count(place, 'failed');
      this.log.error({ error, reference, network: place.network }, 'A call of a network could not be stored.');
      response.status(503).set('Retry-After', String(secondsUntilBack)).json({ code: 'busy', details: {}, reference });
    }
  }

  private count({ network }: Pick<Place, 'network'>, outcome: Outcome): void {
    this.calls.inc({ network, outcome });
  }
}

interface Place {
  readonly network: string;
  readonly appKey: string;
}

function hookOf(request: Request) {
  const [, query = ''] = request.originalUrl.split(/\?(.*)/s);
  const headers = Object.entries(request.headersDistinct).map(([name, values = []]) => {
    return [name, values.length === 1 ? values[0] : values] as const;
  });
  const body: unknown = request.body;
  return {
    method: request.method,
    headers: Object.fromEntries(headers),
    query,
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
}
