import type { Networks } from '../../networks/kit/networks.js';
import type { Sent } from '../../networks/kit/outbound.js';
import { newId } from '../../platform/ids.js';
import type { Message } from '../../store/message/message.store.js';
import type { Work } from '../../store/work.js';
import type { Task } from './call-network.js';
import { placeOf } from './event-outcome.js';

/**
 * A private exchange that was opened from a public message has learnt its address, and who the person is there. When we
 * knew that exchange already, the reply belongs to it. Answers the message as it stands now.
 */
export async function settleThread(
  tx: Work,
  task: Pick<Task, 'message' | 'account'>,
  by: { readonly told: NonNullable<Sent['thread']>; readonly networks: Networks },
): Promise<Message> {
  const { message, account } = task;
  const { told, networks } = by;
  const thread = await tx.threads.lock(message.threadId);
  const known = await tx.threads.byKey(account.id, told.key);
  if (!thread || thread.id === known?.id) return message;
  if (known) {
    await tx.messages.change(message.id, { threadId: known.id });
    await tx.tickets.joinIfFree(message.ticketId, known.id);
    return { ...message, threadId: known.id };
  }
  const network = networks.need(account.network);
  const personId = await tx.persons.personOf(thread.identityId);
  const ids = { identityId: newId(), personId: personId ?? newId(), seenAt: message.at, join: personId !== null };
  const place = placeOf({ account, network, now: message.at });
  const identity = await tx.persons.identify(place, { id: told.personId, name: '' }, ids);
  await tx.threads.rekey(thread.id, told.key, identity.id);
  return message;
}
