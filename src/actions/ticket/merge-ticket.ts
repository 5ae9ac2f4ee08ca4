import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Before } from '../../store/ticket/regrouping.store.js';
import { countTicket } from '../../store/ticket/ticket-facts.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { moveDrafts } from '../draft/move-drafts.js';
import { lockPair, rowOf, tellMoved, tellPair, type Pair } from './regroup.js';
import { settleTicket } from './settle-ticket.js';
import { tellLine } from './tell.js';

interface Merging {
  readonly ticketId: string;
  /** The ticket that goes on. */
  readonly into: string;
  readonly version?: number | undefined;
}

/** Two tickets of one matter become one. The other is closed as a duplicate, and its clocks go on where they were (rules 1.10). */
@Injectable()
export class MergeTicket {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  run(caller: Caller, ask: Merging): Promise<TicketRow> {
    if (ask.ticketId === ask.into) throw new Refusal('regroup.refused', { because: 'same' });
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const pair = await lockPair(tx, caller, { from: ask.ticketId, to: ask.into, version: ask.version });
      const closed = [pair.from, pair.to].some(({ state }) => state === 'closed');
      if (closed) throw new Refusal('regroup.refused', { because: 'closed' });
      const before = await tx.regroupings.before(pair.from.id, pair.to.id, null);
      await this.move(tx, pair, before);
      await this.remember(tx, caller, { ...pair, before });
      await this.tell(tx, caller, { ...pair, before });
      return rowOf(tx, pair.to.id);
    });
  }

  private async move(tx: Work, { from, to }: Pair, before: Before): Promise<void> {
    const by = { rulesOf: this.networks.rulesOf, now: this.clock.now(), why: 'merged' };
    const { unanswered } = await countTicket(tx.sql, tx.workspaceId, from.id);
    const change = { state: 'closed', outcome: 'duplicate', closedAt: by.now, survivorId: to.id } as const;
    // Its clocks end while it still has its messages: what was answered was answered here.
    await settleTicket(tx, from, { cause: 'other', change, ...by });
    await tx.assignments.end(from.id, 'merged');
    await tx.belongings.keepOpen({ from: from.id, to: to.id });
    await tx.belongings.moveMessages(to.id, before.messageIds);
    await tx.belongings.moveNotes(to.id, before.noteIds);
    await tx.belongings.moveClocks({ from: from.id, to: to.id });
    await moveThreads(tx, { from, to }, before);
    await moveDrafts(tx, { from: from.id, to: to.id });
    await settleTicket(tx, { ...from, state: 'closed' }, { cause: 'other', ...by });
    await settleTicket(tx, to, { cause: unanswered > 0 ? 'customer-wrote' : 'other', ...by });
    // A slot is free: somebody may be given the next one.
    tx.wake('assign');
  }

  private async remember(tx: Work, caller: Caller, by: Pair & { readonly before: Before }): Promise<void> {
    const { from, to, before } = by;
    const known = before.clocks.map(({ id }) => id);
    const clockIds = (await tx.belongings.clockIds(to.id)).filter((id) => !known.includes(id));
    const made = { clockIds, state: (await tx.tickets.find(to.id))?.state ?? to.state };
    const ids = { id: newId(), ticketId: from.id, otherId: to.id, agentId: caller.id };
    await tx.regroupings.add({ ...ids, kind: 'merged', before, made, at: this.clock.now() });
  }

  private async tell(tx: Work, caller: Caller, { from, to, before }: Pair & { before: Before }): Promise<void> {
    const by = { rulesOf: this.networks.rulesOf, now: this.clock.now() };
    const threads = before.threads.filter(({ ticketId }) => ticketId === from.id).map(({ threadId }) => threadId);
    const { messageIds, noteIds } = before;
    await tellMoved(tx, { from: from.id, to: to.id, messageIds, noteIds, goneThreads: threads, threads }, by);
    const line = { agentId: caller.id };
    await tellLine(tx, { ...line, ticketId: to.id, code: 'merged', facts: factsOf(from) });
    await tellLine(tx, { ...line, ticketId: from.id, code: 'merged-into', facts: factsOf(to) });
    await tellPair(tx, { from, to }, { cause: 'merged', actorId: caller.id });
  }
}

const factsOf = ({ id, number }: { id: string; number: number }) => ({ ticketId: id, number: String(number) });

async function moveThreads(tx: Work, { from, to }: Pair, before: Before): Promise<void> {
  for (const { ticketId, threadId, open } of before.threads) {
    if (ticketId !== from.id) continue;
    const there = before.threads.find((one) => one.ticketId === to.id && one.threadId === threadId);
    await tx.belongings.dropThread(from.id, threadId);
    await tx.belongings.setThread({ ticketId: to.id, threadId, open: open || (there?.open ?? false) });
    if (before.homes[threadId] === from.id) await tx.belongings.setHome(threadId, to.id);
  }
}
