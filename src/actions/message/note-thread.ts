import { Injectable } from '@nestjs/common';
import type {
  PersonReachability,
  PostDeleted,
  PostSeen,
  Receipt,
  ThreadMoved,
} from '../../domain/message/inbound-event.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Work } from '../../store/work.js';
import { tellLine, tellMessage, tellThread } from '../ticket/tell.js';
import { done, placeOf, type EventOutcome, type Scene } from './event-outcome.js';
import { seePost, tellThreadsUnder } from './see-post.js';

/** What networks tell of whole threads: receipts, posts, who can be reached, new addresses. */
@Injectable()
export class NoteThread {
  constructor(private readonly networks: Networks) {}

  async receipt(tx: Work, scene: Scene, event: Receipt): Promise<EventOutcome> {
    const threadId = await threadOfReceipt(tx, scene, event);
    if (threadId === null) return { is: 'later', what: 'a receipt in a thread that is not known' };
    await tx.threads.lock(threadId);
    const { state, upTo, messages = null, andBefore = false } = event;
    for (const id of await tx.messages.receipt({ threadId, externalIds: messages, andBefore, state, upTo })) {
      await tellMessage(tx, id);
    }
    return done;
  }

  async post(tx: Work, scene: Scene, event: PostSeen): Promise<EventOutcome> {
    await seePost(tx, scene, { post: event.post, rulesOf: this.networks.rulesOf });
    return done;
  }

  async postGone(tx: Work, scene: Scene, event: PostDeleted): Promise<EventOutcome> {
    const id = await tx.posts.gone(scene.account.id, event.id, event.at);
    if (id !== null) await tellThreadsUnder(tx, id, { rulesOf: this.networks.rulesOf, now: scene.now });
    return done;
  }

  async reachability(tx: Work, scene: Scene, event: PersonReachability): Promise<EventOutcome> {
    const thread = await tx.threads.byKey(scene.account.id, event.thread);
    if (!thread || thread.ticketId === null || thread.reachable === event.reachable) return done;
    // The person wrote after they had blocked us: they can be reached again, whatever came in which order.
    if (!event.reachable && thread.lastInboundAt && thread.lastInboundAt > event.at) return done;
    await tx.threads.reachable(thread.id, event.reachable);
    const { ticketId } = thread;
    if (!event.reachable) await tellLine(tx, { ticketId, agentId: null, code: 'person-blocked-us', facts: {} });
    await tellThread(tx, { id: thread.id, ticketId }, { rulesOf: this.networks.rulesOf, now: scene.now });
    return done;
  }

  async moved(tx: Work, scene: Scene, event: ThreadMoved): Promise<EventOutcome> {
    const { from, to, alone = false } = event;
    await tx.threads.move(scene.account.id, { from, to, alone });
    // Where the address was the person's, they are who they were.
    await tx.persons.rename(placeOf(scene), { from, to });
    return done;
  }
}

async function threadOfReceipt(tx: Work, { account }: Scene, event: Receipt): Promise<string | null> {
  if (event.thread !== undefined) return (await tx.threads.byKey(account.id, event.thread))?.id ?? null;
  const known = await tx.messageKeys.threadOf(account.id, event.messages ?? []);
  return known?.threadId ?? null;
}
