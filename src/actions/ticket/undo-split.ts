import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Regrouping } from '../../store/ticket/regrouping.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { putTakerBack } from './put-apart.js';
import { lockUndo, rowOf, tellMoved, tellPair, type Pair } from './regroup.js';
import { settleTicket } from './settle-ticket.js';
import { tellLine } from './tell.js';

type Undoing = Pair & { readonly done: Regrouping };

/** One ticket again. What was split off is closed as a duplicate, and everything that was said in it goes back. */
@Injectable()
export class UndoSplit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  /** By the ticket that was split off; answers the one that goes on. */
  run(caller: Caller, ticketId: string): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const undoing = await lockUndo(tx, caller, { kind: 'split', ticketId, now: this.clock.now() });
      await this.takeBack(tx, undoing);
      await this.tell(tx, caller, undoing);
      return rowOf(tx, undoing.from.id);
    });
  }

  private async takeBack(tx: Work, { from, to, done }: Undoing): Promise<void> {
    const { rulesOf } = this.networks;
    const by = { cause: 'other', why: 'undone', rulesOf, now: this.clock.now() } as const;
    const change = { state: 'closed', outcome: 'duplicate', closedAt: by.now, survivorId: from.id } as const;
    await settleTicket(tx, to, { ...by, change });
    await tx.assignments.end(to.id, 'merged');
    const { messageIds, noteIds } = await thingsOf(tx, to.id);
    await tx.belongings.moveMessages(from.id, messageIds);
    await tx.belongings.moveNotes(from.id, noteIds);
    await threadsBack(tx, { from, to, done });
    await tx.regroupings.putClocksBack(done.before, done.made.clockIds);
    await putTakerBack(tx, from, done);
    await settleTicket(tx, { ...to, state: 'closed' }, by);
    const now = await tx.tickets.find(from.id);
    if (now) await settleTicket(tx, now, by);
    tx.wake('assign');
    const moved = { from: to.id, to: from.id, messageIds, noteIds };
    const threads = done.before.threads.map(({ threadId }) => threadId);
    await tellMoved(tx, { ...moved, goneThreads: threads, threads }, by);
  }

  private async tell(tx: Work, caller: Caller, pair: Undoing): Promise<void> {
    const { from, to } = pair;
    const line = { agentId: caller.id, code: 'unsplit' } as const;
    await tellLine(tx, { ...line, ticketId: from.id, facts: { ticketId: to.id, number: String(to.number) } });
    await tellLine(tx, { ...line, ticketId: to.id, facts: { ticketId: from.id, number: String(from.number) } });
    await tellPair(tx, pair, { cause: 'unsplit', actorId: caller.id });
  }
}

async function thingsOf(tx: Work, ticketId: string): Promise<{ messageIds: string[]; noteIds: string[] }> {
  return { messageIds: await tx.belongings.messagesOf(ticketId), noteIds: await tx.belongings.notesOf(ticketId) };
}

/** Also those that only the new ticket had since: they go where their messages go. */
async function threadsBack(tx: Work, { from, to, done }: Undoing): Promise<void> {
  for (const { threadId, open } of await tx.belongings.threadsOf(to.id)) {
    const was = done.before.threads.find((one) => one.threadId === threadId);
    await tx.belongings.dropThread(to.id, threadId);
    await tx.belongings.setThread({ ticketId: from.id, threadId, open: was?.open ?? open });
    const thread = await tx.threads.find(threadId);
    if (thread?.ticketId === to.id) await tx.belongings.setHome(threadId, from.id);
  }
}
