import { Injectable } from '@nestjs/common';
import { AcceptDelivery, Forged, type Call } from '../../actions/delivery/accept-delivery.js';
import { Refusal } from '../../contract/index.js';
import { newToken } from '../../platform/ids.js';
import { Log } from '../../platform/log.js';
import { Metrics } from '../../platform/metrics.js';

/** Networks try again after an answer that is no success; so many seconds are what we ask for. */
const secondsUntilBack = 5;

export interface HookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a call of a network is answered, by whatever door it came in. Counted, and never an error. */
@Injectable()
export class HookAnswers {
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

  async to(call: Call): Promise<HookAnswer> {
    try {
      const { status, type, body } = await this.accept.run(call);
      this.calls.inc({ network: call.network, outcome: 'accepted' });
      return { status, headers: { 'content-type': `${type}; charset=utf-8` }, body };
    } catch (error) {
      return this.refusal(error, call.network);
    }
  }

  private refusal(error: unknown, network: string): HookAnswer {
    if (error instanceof Forged) {
      this.calls.inc({ network, outcome: 'forged' });
      return json(401, { code: 'not-authentic', details: {} });
    }
    if (error instanceof Refusal) {
      // The address was made up, and so may be the network's name in it.
      this.calls.inc({ network: 'none', outcome: 'unknown' });
      return json(404, { code: 'not-found', details: { what: 'hook' } });
    }
    const reference = newToken(6);
    this.calls.inc({ network, outcome: 'failed' });
    this.log.error({ error, reference, network }, 'A call of a network could not be stored.');
    const { headers, ...answer } = json(503, { code: 'busy', details: {}, reference });
    return { ...answer, headers: { ...headers, 'retry-after': String(secondsUntilBack) } };
  }
}

function json(status: number, body: object): HookAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
