import { setTimeout as wait } from 'node:timers/promises';

import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { setting } from '../kit/form.js';
import { objectIn } from '../kit/json.js';
import { fields, number, text, type Fields } from '../kit/read.js';
import type { StreamPort } from '../kit/source.js';

/** Servers, their messages and reactions, private messages and reactions, and what messages say. */
const intents = 46_593;
const opcodes = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 };
/** Nobody comes back from these: a wrong token, wrong shards, intents that are not granted. */
const fatal: readonly number[] = [4004, 4010, 4011, 4012, 4013, 4014];
/** The session is over, but another one may be begun. */
const fresh: readonly number[] = [1000, 1001, 4007, 4009];
const firstPauseMs = 200;
const longestPauseMs = 30_000;

interface Session {
  readonly id: string;
  readonly url: string;
}

export interface Ears {
  /** Hears a dispatched event; it counts as heard only when this has ended. */
  heard(frame: Fields): Promise<void>;
  /** A session has begun, and what happened before it was not told. */
  begun(): void;
}

/**
 * Discord's gateway (docs.discord.com/developers/events/gateway): one session over as many connections as it takes. After a
 * break it is resumed from the last event that was heard; where Discord has forgotten it, another one begins.
 */
export class Gateway {
  private session: Session | undefined;
  private seq: number | null = null;
  private pauseMs = firstPauseMs;

  constructor(
    private readonly account: AccountAccess,
    private readonly port: StreamPort,
    private readonly ears: Ears,
  ) {}

  /** Until the signal ends it. Throws `SendFailure` when Discord does not let us in. */
  async run(url: string): Promise<void> {
    while (!this.port.signal.aborted) {
      const { code, wasHeard } = await this.connect(this.session?.url ?? url);
      if (code !== null && fatal.includes(code)) throw refused(code);
      if (code !== null && fresh.includes(code)) this.session = undefined;
      if (!wasHeard) this.session = undefined;
      await wait(this.pauseMs, undefined, { signal: this.port.signal }).catch(() => null);
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    }
  }

  private async connect(base: string): Promise<{ code: number | null; wasHeard: boolean }> {
    const line = new Line(this.account.externalId, () => this.seq);
    try {
      return await this.port.sockets.listen({
        url: `${base.replace(/^http/iu, 'ws').replace(/\/+$/u, '')}/?v=10&encoding=json`,
        signal: AbortSignal.any([this.port.signal, line.broken.signal]),
        opened: (send) => {
          line.send = send;
        },
        heard: (frame) => this.hear(objectIn(frame), line),
      });
    } finally {
      line.end();
    }
  }

  private async hear(frame: Fields, line: Line): Promise<void> {
    switch (number(frame['op'])) {
      case opcodes.hello:
        line.beatEvery(number(fields(frame['d'])['heartbeat_interval']) ?? 41_250);
        line.say(this.greeting());
        return;
      case opcodes.heartbeat:
        line.beat();
        return;
      case opcodes.ack:
        line.isAcknowledged = true;
        return;
      case opcodes.invalid:
        if (frame['d'] !== true) this.session = undefined;
        line.broken.abort();
        return;
      case opcodes.reconnect:
        // Any end but 1000 and 1001 leaves the session to be resumed.
        line.broken.abort();
        return;
      case opcodes.dispatch:
        await this.dispatched(frame);
        return;
      case undefined:
    }
  }

  private async dispatched(frame: Fields): Promise<void> {
    const data = fields(frame['d']);
    if (frame['t'] === 'READY') {
      const [id, url] = [text(data['session_id']), text(data['resume_gateway_url'])];
      this.session = id === undefined || url === undefined ? undefined : { id, url };
      this.ears.begun();
    } else await this.ears.heard(frame);
    this.seq = number(frame['s']) ?? this.seq;
    this.pauseMs = firstPauseMs;
  }

  private greeting(): object {
    const token = setting(this.account.settings, 'botToken');
    if (this.session !== undefined) {
      return { op: opcodes.resume, d: { token, session_id: this.session.id, seq: this.seq } };
    }
    this.seq = null;
    const properties = { os: 'linux', browser: 'relais', device: 'relais' };
    return { op: opcodes.identify, d: { token, intents, properties } };
  }
}

/** One connection, and its heartbeat. */
class Line {
  readonly broken = new AbortController();
  isAcknowledged = true;
  send: (text: string) => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly account: string,
    private readonly seq: () => number | null,
  ) {}

  say(frame: object): void {
    this.send(JSON.stringify(frame));
  }

  beat(): void {
    this.say({ op: opcodes.heartbeat, d: this.seq() });
  }

  /** The first one early, at another moment for each account, so that not all beat at once. */
  beatEvery(ms: number): void {
    const share = (Number(this.account.slice(-2)) || 50) / 100;
    this.timer = setTimeout(() => {
      this.beatOrBreak();
      this.timer = setInterval(() => {
        this.beatOrBreak();
      }, ms);
    }, ms * share);
  }

  end(): void {
    clearTimeout(this.timer);
  }

  /** Who does not acknowledge a beat before the next one is gone, whatever the socket says. */
  private beatOrBreak(): void {
    if (!this.isAcknowledged) {
      this.broken.abort();
      return;
    }
    this.isAcknowledged = false;
    this.beat();
  }
}

function refused(code: number): SendFailure {
  const detail =
    code === 4014
      ? 'an intent is not granted: switch on "Message Content Intent" in the Developer Portal, under Bot'
      : 'Discord refuses the bot';
  return new SendFailure({ kind: 'needs-reauth', code: `gateway ${code}`, detail });
}
