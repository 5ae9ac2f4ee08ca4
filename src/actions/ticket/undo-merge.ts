import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Regrouping } from '../../store/ticket/regrouping.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { moveDraftsBack } from '../draft/move-drafts.js';
import { putThreadsBack, putTakerBack } from './put-apart.js';
import { lockUndo, rowOf, tellMoved, tellPair, type Pair } from './regroup.js';
import { settleTicket } from './settle-ticket.js';
import { tellLine } from './tell.js';

type Undoing = Pair & { readonly done: Regrouping };

/** Two tickets again, each with its messages, threads, notes and clocks; what came since goes where its thread goes. */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  run(caller: Caller, ticketId: string): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const undoing = await lockUndo(tx, caller, { kind: 'merged', ticketId, now: this.clock.now() });
      const by = { rulesOf: this.networks.rulesOf, now: this.clock.now(), why: 'undone' };
      const { from, to, done } = undoing;
      const back = await giveBack(tx, undoing);
      await moveDraftsBack(tx, { from: to.id, to: from.id });
      for (const { id } of [from, to]) {
        const ticket = await tx.tickets.find(id);
        if (ticket) await settleTicket(tx, ticket, { cause: 'other', ...by });
      }
      tx.wake('assign');
      await tellMoved(tx, { from: to.id, to: from.id, ...back, noteIds: done.before.noteIds }, by);
      await tellUndone(tx, caller, undoing);
      return rowOf(tx, from.id);
    });
  }
}

async function giveBack(tx: Work, { from, to, done }: Undoing) {
  const { before, made } = done;
  const threads = await putThreadsBack(tx, done);
  // What was written since, in a thread that was only this ticket's, is this ticket's too.
  const since = await tx.belongings.messagesIn(to.id, threads.goneThreads);
  const messageIds = [...new Set([...before.messageIds, ...since])];
  await tx.belongings.moveMessages(from.id, messageIds);
  await tx.belongings.moveNotes(from.id, before.noteIds);
  await tx.belongings.countAsBefore([from.id, to.id], before);
  await tx.regroupings.putClocksBack(before, made.clockIds);
  await tx.regroupings.putTicketBack(before, from.id, await ownerBack(tx, done));
  await putTakerBack(tx, to, done);
  return { messageIds, ...threads };
}

/** Whoever had it has it again, unless they work here no more. */
async function ownerBack(tx: Work, { ticketId, before }: Regrouping): Promise<string | null> {
  const was = before.tickets.find(({ id }) => id === ticketId)?.['owner_id'];
  const owner = typeof was === 'string' ? await tx.agents.find(was) : null;
  if (!owner || owner.disabledAt) return null;
  if (before.assignmentId !== null) await tx.regroupings.putAssignmentBack(before.assignmentId);
  return owner.id;
}

async function tellUndone(tx: Work, caller: Caller, pair: Pair): Promise<void> {
  const { from, to } = pair;
  const line = { agentId: caller.id, code: 'unmerged' } as const;
  await tellLine(tx, { ...line, ticketId: from.id, facts: { ticketId: to.id, number: String(to.number) } });
  await tellLine(tx, { ...line, ticketId: to.id, facts: { ticketId: from.id, number: String(from.number) } });
  await tellPair(tx, pair, { cause: 'unmerged', actorId: caller.id });
}
