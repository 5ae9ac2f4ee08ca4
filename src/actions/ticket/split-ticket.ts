import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { planSplit, type Split } from '../../domain/ticket/split.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Before } from '../../store/ticket/regrouping.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockOpenTicket } from './lock-ticket.js';
import { rowOf, tellMoved, tellPair, type Pair } from './regroup.js';
import { settleTicket } from './settle-ticket.js';
import { tellLine } from './tell.js';

interface Splitting {
  readonly ticketId: string;
  readonly messageIds: readonly string[];
  readonly version?: number | undefined;
}

type Done = Pair & { readonly before: Before; readonly split: Split };

/** Two matters in one ticket: some messages get a ticket of their own, which begins when the first of them was written. */
@Injectable()
export class SplitTicket {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  run(caller: Caller, { ticketId, messageIds, version }: Splitting): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await tx.belongings.lockThreads([ticketId]);
      const from = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.regroup', version });
      const split = planSplit(await tx.belongings.said(ticketId), new Set(messageIds));
      const before = await tx.regroupings.before(ticketId, null, messageIds);
      const to = await open(tx, from, split);
      await this.move(tx, { from, to, before, split });
      await this.remember(tx, caller, { from, to, before, split });
      await this.tell(tx, caller, { from, to, before, split });
      return rowOf(tx, to.id);
    });
  }

  private async move(tx: Work, { from, to, before, split }: Done): Promise<void> {
    const { rulesOf } = this.networks;
    const by = { cause: 'other', why: 'split', rulesOf, now: this.clock.now() } as const;
    await tx.belongings.moveMessages(to.id, before.messageIds);
    for (const { threadId, whole, goesOn } of split.threads) {
      const isHome = goesOn && before.homes[threadId] === from.id;
      const here = before.threads.find((one) => one.ticketId === from.id && one.threadId === threadId);
      if (whole) await tx.belongings.dropThread(from.id, threadId);
      else await tx.belongings.setThread({ ticketId: from.id, threadId, open: !isHome && (here?.open ?? false) });
      await tx.belongings.setThread({ ticketId: to.id, threadId, open: isHome });
      await tx.belongings.setHome(threadId, isHome ? to.id : (before.homes[threadId] ?? null));
    }
    await settleTicket(tx, from, by);
    await settleTicket(tx, to, by);
  }

  private async remember(tx: Work, caller: Caller, { from, to, before }: Done): Promise<void> {
    const known = before.clocks.map(({ id }) => id);
    const clockIds = (await tx.belongings.clockIds(from.id)).filter((id) => !known.includes(id));
    const made = { clockIds, state: (await tx.tickets.find(from.id))?.state ?? from.state };
    const ids = { id: newId(), ticketId: from.id, otherId: to.id, agentId: caller.id };
    await tx.regroupings.add({ ...ids, kind: 'split', before, made, at: this.clock.now() });
  }

  private async tell(tx: Work, caller: Caller, { from, to, before, split }: Done): Promise<void> {
    const by = { rulesOf: this.networks.rulesOf, now: this.clock.now() };
    const goneThreads = split.threads.filter(({ whole }) => whole).map(({ threadId }) => threadId);
    const threads = split.threads.map(({ threadId }) => threadId);
    const { messageIds } = before;
    await tellMoved(tx, { from: from.id, to: to.id, messageIds, noteIds: [], goneThreads, threads }, by);
    const line = { agentId: caller.id };
    const facts = (ticket: Ticket) => ({ ticketId: ticket.id, number: String(ticket.number) });
    await tellLine(tx, { ...line, ticketId: from.id, code: 'split', facts: facts(to) });
    await tellLine(tx, { ...line, ticketId: to.id, code: 'split-from', facts: facts(from) });
    await tellPair(tx, { from, to }, { cause: 'split', actorId: caller.id });
  }
}

/** In the hands of whoever has the other one: they know the story. */
async function open(tx: Work, from: Ticket, { firstId }: Split): Promise<Ticket> {
  const id = newId();
  await tx.tickets.addFrom(id, { ticketId: from.id, messageId: firstId });
  if (from.ownerId !== null) {
    await tx.assignments.give({ id: newId(), ticketId: id, agentId: from.ownerId, how: 'assigned', reason: {} });
    await tx.tickets.change(id, { ownerId: from.ownerId });
  } else tx.wake('assign');
  const opened = await tx.tickets.lock(id);
  if (!opened) throw new Refusal('not-found', { what: 'message' });
  return opened;
}
