import { Injectable } from '@nestjs/common';
import type { MessageView, ReplyWay } from '../../contract/index.js';
import type { NeededApproval } from '../../domain/approval/needed-approval.js';
import { typeOfMime } from '../../domain/message/attachment.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { FileFacts } from '../../store/message/file.store.js';
import { messageView } from '../../store/message/message.view.js';
import type { Thread } from '../../store/thread/thread.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { GiveTicket } from '../ticket/give-ticket.js';
import { tellLine, tellMessage, tellThread } from '../ticket/tell.js';
import type { Reply } from './reply.js';

/** Somebody else is to read it first. */
export interface AskedApproval extends NeededApproval {
  readonly approverIds: readonly string[];
}

export interface Checked {
  /** Whose hands the ticket comes into when nobody has it. */
  readonly caller: Pick<Caller, 'id' | 'name'>;
  readonly ticket: Ticket;
  /** The thread that is answered, held. */
  readonly thread: Thread;
  readonly way: ReplyWay;
  readonly reply: Reply;
  readonly files: readonly FileFacts[];
  readonly requestHash: string;
  readonly scheduledAt: Date | null;
  /** It goes only when this one has been accepted. */
  readonly afterMessageId?: string;
  /** The expert who answers in their own name. */
  readonly expertId?: string;
  readonly approval?: AskedApproval | null;
}

/** The last step of replying: everything has been checked, and the message takes its place in the queue. */
@Injectable()
export class QueueReply {
  constructor(
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly give: GiveTicket,
  ) {}

  async inside(tx: Work, checked: Checked): Promise<MessageView> {
    const { caller, ticket, way } = checked;
    const thread = way.fromPublic ? await this.openPrivate(tx, checked) : checked.thread;
    const id = newId();
    await tx.messages.add(newReply(checked, { id, threadId: thread.id, at: this.clock.now() }));
    if (checked.approval) await this.submit(tx, checked, id);
    else
      await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: thread.id }, checked.scheduledAt ?? undefined);
    await tellMessage(tx, id);
    // Who answers has taken it on: the customer's next message comes to them.
    const to = ticket.ownerId === null ? caller : await ownerOf(tx, ticket, caller);
    await this.give.inside(tx, ticket, { to, how: 'taken', actorId: caller.id });
    return messageView(tx.sql, tx.workspaceId, id);
  }

  private async submit(tx: Work, { approval, ticket, caller, reply }: Checked, messageId: string): Promise<void> {
    if (!approval) return;
    const { rule, because, approverIds } = approval;
    const { name: ruleName, approvers, needed } = rule;
    const submitted = { submittedAt: this.clock.now(), submittedText: reply.text };
    await tx.approvals.add({ messageId, ruleName, because, approvers, needed, approverIds, ...submitted });
    const facts = { rule: ruleName };
    await tellLine(tx, { ticketId: ticket.id, agentId: caller.id, code: 'approval-asked', facts });
  }

  /** The private exchange has no address before the network has accepted its first message. */
  private async openPrivate(tx: Work, { thread, way, ticket }: Checked): Promise<Thread> {
    const by = { rulesOf: this.networks.rulesOf, now: this.clock.now() };
    const fromPublic = thread.lastInboundId ?? thread.key;
    // Where the network allows more than one, the next goes on in the exchange that the first opened.
    const before = await tx.threads.byFromPublic(way.accountId, fromPublic);
    if (before) return before;
    const opened = await tx.threads.open({
      id: newId(),
      accountId: way.accountId,
      key: `from:${fromPublic}`,
      space: 'private',
      identityId: thread.identityId,
      postId: null,
      fromPublic,
    });
    await tx.tickets.join(ticket.id, opened.id);
    await tx.threads.touch(thread.id);
    await tellThread(tx, { id: opened.id, ticketId: ticket.id }, by);
    await tellThread(tx, { id: thread.id, ticketId: ticket.id }, by);
    return opened;
  }
}

async function ownerOf(tx: Work, ticket: Ticket, caller: Checked['caller']): Promise<{ id: string; name: string }> {
  const owner = ticket.ownerId === null ? null : await tx.agents.find(ticket.ownerId);
  return owner ?? caller;
}

function newReply(checked: Checked, by: { readonly id: string; readonly threadId: string; readonly at: Date }) {
  const { caller, ticket, thread, way, reply, files } = checked;
  return {
    ...by,
    ticketId: ticket.id,
    externalId: null,
    direction: 'out',
    kind: way.space === 'private' ? 'direct' : 'comment',
    identityId: null,
    agentId: checked.expertId ?? caller.id,
    via: null,
    text: reply.text,
    attachments: files.map(({ id, name, mime, size }) => ({ type: typeOfMime(mime), fileId: id, name, mime, size })),
    edition: 0,
    replyTo: thread.lastInboundId,
    permalink: null,
    rating: null,
    state: checked.approval ? 'approval' : 'queued',
    asks: false,
    clientId: reply.clientId,
    requestHash: checked.requestHash,
    fileIds: reply.fileIds,
    scheduledAt: checked.scheduledAt,
    unlessAnswered: reply.unlessAnswered,
    afterMessageId: checked.afterMessageId ?? null,
    expertId: checked.expertId ?? null,
  } as const;
}
