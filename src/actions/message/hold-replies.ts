import type { Work } from '../../store/work.js';
import { tellMessage } from '../ticket/tell.js';

/** The customer wrote: what was to go unless they did stays here, and what waits for approval is to be looked at again. */
export async function holdReplies(tx: Work, ticketId: string, now: Date): Promise<void> {
  for (const id of await tx.messages.holdScheduled(ticketId, now)) await tellMessage(tx, id);
  for (const id of await tx.approvals.hold(ticketId, now)) {
    // A new version: whoever approves what they saw before has not seen this message.
    await tx.messages.change(id, {});
    await tellMessage(tx, id);
  }
}
