import { Injectable } from '@nestjs/common';
import { signed } from '../../domain/expert/expert.js';
import { embargoesFor, findEmbargo } from '../../domain/expert/find-embargo.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { Expert } from '../../store/expert/expert.store.js';
import type { Thread } from '../../store/thread/thread.store.js';
import type { Work } from '../../store/work.js';
import { openWay } from '../message/open-way.js';
import { QueueReply } from '../message/queue-reply.js';
import type { Reply } from '../message/reply.js';
import { changeAsk } from './change-ask.js';
import type { OpenAsk } from './open-ask.js';

interface Answer {
  readonly text: string;
  readonly expert: Expert;
  /** The last message that the screen showed to whoever lets it go. */
  readonly seenMessageId: string | null;
  /** They were told of what is newer, and let it go all the same. */
  readonly anyway: boolean;
}

/** An answer in an expert's own name: through the account of the brand, with the expert's signature under it. */
@Injectable()
export class PublishAnswer {
  constructor(
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly queue: QueueReply,
  ) {}

  /** Refuses what could not go as it is: something under embargo, too long a text, a way that is shut. */
  async check(tx: Work, opened: OpenAsk, answer: Answer): Promise<Parameters<QueueReply['inside']>[1]> {
    const { ask, ticket } = opened;
    if (answer.text.trim() === '') throw new Refusal('reply.empty', {});
    const broken = findEmbargo(answer.text, embargoesFor(await tx.experts.embargoes(), ask.topic));
    if (broken) throw new Refusal('ask.embargo', { word: broken.word, reason: broken.reason });
    if (answer.expert.consentAt === null) throw new Refusal('ask.consent', {});
    if (ticket.state === 'closed') {
      throw new Refusal('ticket.closed', { closedAt: ticket.closedAt?.toISOString() ?? '' });
    }
    const { thread } = opened;
    if (!thread) throw new Refusal('not-found', { what: 'thread' });
    if (!answer.anyway) await refuseUnread(tx, opened, answer);
    const reply = replyOf(ticket.id, thread, signed(answer.text, answer.expert.signature));
    const open = await openWay(tx, reply, { rulesOf: this.networks.rulesOf, now: this.clock.now() });
    const keeper = { id: ask.expertId, name: answer.expert.name };
    const facts = { caller: keeper, ticket, thread, reply, requestHash: `ask ${ask.id}`, scheduledAt: null };
    return { ...facts, ...open, expertId: ask.expertId };
  }

  /** `keeper`: whose hands the ticket comes into when nobody has it. */
  async inside(
    tx: Work,
    opened: OpenAsk,
    by: { readonly answer: Answer; readonly keeper: { id: string; name: string }; readonly reviewerId: string | null },
  ): Promise<void> {
    const { answer, keeper, reviewerId } = by;
    const checked = await this.check(tx, opened, answer);
    const message = await this.queue.inside(tx, { ...checked, caller: keeper });
    const { text, expert } = answer;
    const change = { answer: text.trim(), signature: expert.signature, messageId: message.id, advice: null };
    await changeAsk(tx, opened.ask, {
      to: 'approved',
      change: { ...change, ...(reviewerId === null ? {} : { reviewerId }) },
    });
  }
}

async function refuseUnread(tx: Work, { ask, ticket }: OpenAsk, { seenMessageId }: Answer): Promise<void> {
  const newer = await tx.messages.newerThan(ticket.id, seenMessageId, ask.expertId);
  if (newer > 0) throw new Refusal('ticket.stale', { newer });
}

function replyOf(ticketId: string, thread: Thread, text: string): Reply {
  const { id: threadId, space, accountId } = thread;
  const now = { sendAt: null, undoSeconds: 0, unlessAnswered: false, paired: null, draftId: null };
  return {
    ...now,
    ...{ ticketId, threadId, space, accountId, text },
    clientId: newId(),
    fileIds: [],
    seenMessageId: null,
    anyway: true,
  };
}
