import { isFile } from '../../domain/message/attachment.js';
import type { MessageArrived } from '../../domain/message/inbound-event.js';
import { newId } from '../../platform/ids.js';
import type { Work } from '../../store/work.js';
import { tellMessage } from '../ticket/tell.js';
import { timeOf, type Scene } from './event-outcome.js';

interface Arrived {
  readonly event: MessageArrived;
  readonly threadId: string;
  readonly ticketId: string;
  /** Null for what we wrote ourselves, outside Relais. */
  readonly identityId: string | null;
  readonly asks: boolean;
  /** Its deletion was told before it came. */
  readonly deletedAt: Date | null;
}

/** Stores a message that a network told us, whose key the caller holds; answers our id for it. */
export async function storeArrived(tx: Work, scene: Scene, arrived: Arrived): Promise<string> {
  const { event, threadId, ticketId, identityId } = arrived;
  const id = newId();
  const isOurs = event.from === 'us';
  await tx.messages.add({
    id,
    threadId,
    ticketId,
    externalId: event.id,
    direction: isOurs ? 'out' : 'in',
    kind: event.messageKind,
    identityId,
    agentId: null,
    via: event.via ?? null,
    text: event.text,
    attachments: event.attachments,
    edition: event.edition,
    at: timeOf(event, scene.now),
    replyTo: event.replyTo ?? null,
    permalink: event.permalink ?? null,
    rating: event.rating ?? null,
    state: isOurs ? 'sent' : 'received',
    asks: arrived.asks,
  });
  await tx.messageKeys.point(scene.account.id, event.id, id);
  if (arrived.deletedAt) await tx.messages.change(id, { deletedAt: arrived.deletedAt });
  if (event.attachments.some(({ type }) => isFile(type))) {
    await tx.enqueue('copy-attachments', { workspaceId: tx.workspaceId, messageId: id });
  }
  await tellMessage(tx, id);
  return id;
}
