import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { messageView } from '../../store/message/message.view.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { endWriting, mustHavePen } from '../draft/writing.js';
import { lockOpenTicket } from '../ticket/lock-ticket.js';
import { openWay } from './open-way.js';
import { prepareReply, withLine } from './prepare-reply.js';
import { QueueReply, type Checked } from './queue-reply.js';
import { hashOf, type Reply } from './reply.js';

/** Queues a reply, or asks for approval. It goes out by itself; the customer's clock stops when the network has accepted it. */
@Injectable()
export class ReplyToTicket {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly queue: QueueReply,
  ) {}

  run(caller: Caller, reply: Reply): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const thread = await tx.threads.lock(reply.threadId);
      const beside = reply.paired && (await tx.threads.lock(reply.paired.threadId));
      const ticket = await lockOpenTicket(tx, caller, { ticketId: reply.ticketId, act: 'ticket.reply' });
      const requestHash = hashOf(caller, reply);
      const earlier = await tx.messages.byClientId(reply.clientId);
      if (earlier) {
        if (earlier.requestHash !== requestHash) throw new Refusal('reply.other-body', {});
        return messageView(tx.sql, tx.workspaceId, earlier.id);
      }
      if (!thread) throw new Refusal('not-found', { what: 'thread' });
      await mustHavePen(tx, caller, ticket.id);
      if (!reply.anyway) await refuseStale(tx, caller, { ticket, reply });
      const by = { agentId: caller.id, ticket, reply, beside };
      const prepared = await prepareReply(tx, by, { rulesOf: this.networks.rulesOf, now: this.clock.now() });
      const checked = { caller, ticket, thread, reply, requestHash, ...prepared };
      const message = await this.queue.inside(tx, checked);
      await this.pair(tx, { ...checked, afterMessageId: message.id }, beside);
      await endWriting(tx, caller, { ...reply, now: this.clock.now() });
      return beside && checked.approval ? withLine(tx, message.id) : message;
    });
  }

  /** The line under the public message: checked now, sent when the private one has been accepted. */
  private async pair(
    tx: Work,
    checked: Checked & { afterMessageId: string },
    thread: Checked['thread'] | null,
  ): Promise<void> {
    const { reply, way, requestHash } = checked;
    const line = reply.paired;
    if (!line) return;
    if (!thread) throw new Refusal('not-found', { what: 'thread' });
    if (way.space !== 'private') throw new Refusal('reply.no-way', { network: way.network, space: 'public' });
    const beside: Reply = { ...reply, ...line, space: 'public', fileIds: [], paired: null };
    const open = await openWay(tx, beside, { rulesOf: this.networks.rulesOf, now: this.clock.now() });
    // Queueing the first may have given the ticket to somebody.
    const ticket = (await tx.tickets.lock(checked.ticket.id)) ?? checked.ticket;
    await this.queue.inside(tx, {
      ...checked,
      ...open,
      // It waits for the private part, whoever must read that first.
      approval: null,
      thread,
      ticket,
      reply: beside,
      requestHash: `${requestHash}-line`,
    });
  }
}

async function refuseStale(tx: Work, caller: Caller, by: { ticket: Ticket; reply: Reply }): Promise<void> {
  const newer = await tx.messages.newerThan(by.ticket.id, by.reply.seenMessageId, caller.id);
  if (newer > 0) throw new Refusal('ticket.stale', { newer });
}
