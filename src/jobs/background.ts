import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { RefreshAccounts } from '../actions/account/refresh-accounts.js';
import { ApplyDeliveries } from '../actions/delivery/apply-deliveries.js';
import { DropOld } from '../actions/delivery/drop-old.js';
import { DeliverDue } from '../actions/message/deliver-due.js';
import { ModerateDue } from '../actions/message/moderate-due.js';
import { BeginAbsences } from '../actions/team/begin-absences.js';
import { AssignTickets } from '../actions/routing/assign-tickets.js';
import { EndOffers } from '../actions/routing/end-offers.js';
import { RequeueLeft } from '../actions/routing/requeue-left.js';
import { WakeTickets } from '../actions/ticket/wake-tickets.js';
import { FireTimers } from '../actions/sla/fire-timers.js';
import { Loops } from '../platform/loops.js';
import { Wakeups } from '../platform/wakeups.js';
import { chases } from './chases.js';
import type { Listening } from './listening.js';

const second = 1000;

/** The loops of a working process. */
@Injectable()
export class Background {
  constructor(
    private readonly loops: Loops,
    private readonly wakeups: Wakeups,
    private readonly actions: ModuleRef,
  ) {}

  start(listening: Listening): void {
    this.loop('deliveries', this.get(ApplyDeliveries), 0.5);
    this.loop('assign', this.get(AssignTickets), 2);
    this.loop('offers', this.get(EndOffers), 1);
    this.loop('absences', this.get(BeginAbsences), 10);
    this.loop('left', this.get(RequeueLeft), 15);
    this.loop('wake-tickets', this.get(WakeTickets), 1);
    this.loop('overdue-moderations', this.get(ModerateDue), 15);
    this.loop('sla-timers', this.get(FireTimers), 1);
    for (const { name, action, seconds } of chases) this.loop(name, this.get(action), seconds);
    this.loop('overdue-sends', this.get(DeliverDue), 15);
    this.loop('drop-old', this.get(DropOld), 600);
    this.loop('refresh', this.get(RefreshAccounts), 5);
    this.loop('listen', { run: () => listening.step() }, 3);
  }

  /** A loop that is woken by the topic of its own name, and looks by itself every so many seconds. */
  private loop(name: string, action: { run(): Promise<{ more: boolean }> }, seconds: number): void {
    const loop = this.loops.start(name, { pauseMs: seconds * second, step: () => action.run() });
    this.wakeups.on(name, () => {
      loop.wake();
    });
  }

  private get<T>(action: new (...parts: never[]) => T): T {
    return this.actions.get(action, { strict: false });
  }
}
