import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Clock } from '../../platform/clock.js';
import { Loops } from '../../platform/loops.js';
import { Reader } from '../../store/reader.view.js';
import { Public } from '../session/public.js';

/** A loop that has ended no step for so long beyond its pause is stuck, and one so far behind is of no use. */
const stuckSeconds = 60;
const behindSeconds = 60;
const pollingMs = 3000;

interface LoopHealth {
  name: string;
  /** Seconds since it last ended a step well. */
  idleSeconds: number;
  behindSeconds: number | null;
  ok: boolean;
}

interface Readiness {
  ready: boolean;
  database: boolean;
  loops: LoopHealth[];
}

@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly reader: Reader,
    private readonly loops: Loops,
    private readonly clock: Clock,
  ) {}

  /** The process is alive. */
  @Get('healthz')
  alive(): { alive: boolean } {
    return { alive: true };
  }

  /** It can do its work: the database answers and no loop is stuck. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const database = await this.databaseAnswers();
    const loops = this.loopHealth();
    const ready = database && loops.every(({ ok }) => ok);
    response.status(ready ? 200 : 503).set('Cache-Control', 'no-store');
    return { ready, database, loops };
  }

  private loopHealth(): LoopHealth[] {
    const now = this.clock.now().getTime();
    return this.loops.states().map((state) => {
      const idleSeconds = Math.max(0, Math.round((now - state.lastProgressAt.getTime()) / 1000));
      const ok = idleSeconds <= stuckSeconds + state.pauseMs / 1000 && (state.behindSeconds ?? 0) <= behindSeconds;
      return { name: state.name, idleSeconds, behindSeconds: state.behindSeconds, ok };
    });
  }

  private async databaseAnswers(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), pollingMs).unref());
    const asked = this.reader
      .read((sql) => sql.one('select 1'))
      .then(
        () => true,
        () => false,
      );
    return Promise.race([asked, late]);
  }
}
