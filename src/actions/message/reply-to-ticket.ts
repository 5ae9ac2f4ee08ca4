import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { checkSchedule } from '../../domain/message/check-schedule.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { sha256Hex } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { messageView } from '../../store/message/message.view.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockOpenTicket } from '../ticket/lock-ticket.js';
import { openWay } from './open-way.js';
import { QueueReply } from './queue-reply.js';
import type { Reply } from './reply.js';

/** Queues a reply. It goes out by itself; the customer's clock stops when the network has accepted it. */
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
      const ticket = await lockOpenTicket(tx, caller, { ticketId: reply.ticketId, act: 'ticket.reply' });
      const requestHash = hashOf(caller, reply);
      const earlier = await tx.messages.byClientId(reply.clientId);
      if (earlier) {
        if (earlier.requestHash !== requestHash) throw new Refusal('reply.other-body', {});
        return messageView(tx.sql, tx.workspaceId, earlier.id);
      }
      if (!thread) throw new Refusal('not-found', { what: 'thread' });
      if (!reply.anyway) await refuseStale(tx, caller, { ticket, reply });
      const { way, files } = await openWay(tx, reply, { rulesOf: this.networks.rulesOf, now: this.clock.now() });
      const { dueAt } = ticket;
      const closesAt = way.closesAt === null ? null : new Date(way.closesAt);
      const at = checkSchedule(reply, { closesAt, dueAt, now: this.clock.now(), network: way.network });
      return this.queue.inside(tx, { caller, ticket, thread, way, reply, files, requestHash, scheduledAt: at });
    });
  }
}

async function refuseStale(tx: Work, caller: Caller, by: { ticket: Ticket; reply: Reply }): Promise<void> {
  const newer = await tx.messages.newerThan(by.ticket.id, by.reply.seenMessageId, caller.id);
  if (newer > 0) throw new Refusal('ticket.stale', { newer });
}

/** What makes two tries the same reply: what it says and to whom, not what the screen had read by then. */
function hashOf(caller: Caller, { ticketId, threadId, space, accountId, text, fileIds }: Reply): string {
  return sha256Hex(JSON.stringify([caller.id, ticketId, threadId, space, accountId, text, fileIds]));
}
