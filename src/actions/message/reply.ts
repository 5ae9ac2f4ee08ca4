import { sha256Hex } from '../../platform/ids.js';
import type { Caller } from '../caller.js';

/** What an agent wants to say, and what they had read when they wrote it. */
export interface Reply {
  readonly ticketId: string;
  /** A UUID of the console's, the same for every try of one reply: it is sent once. */
  readonly clientId: string;
  readonly threadId: string;
  readonly space: 'public' | 'private';
  readonly accountId: string;
  readonly text: string;
  readonly fileIds: readonly string[];
  /** The last message that the screen showed. */
  readonly seenMessageId: string | null;
  /** The agent has been told of what is newer, and sends all the same. */
  readonly anyway: boolean;
  /** Not before this instant; null for now. */
  readonly sendAt: Date | null;
  /** Seconds in which a reply that goes now can still be taken back. */
  readonly undoSeconds: number;
  /** Not at all when the customer writes again before it goes. */
  readonly unlessAnswered: boolean;
  /** With a private answer to a public message: the line under that message, which goes when this one was accepted. */
  readonly paired: PairedLine | null;
  /** The draft that it was: it ends with the sending. */
  readonly draftId: string | null;
}

interface PairedLine {
  readonly clientId: string;
  /** The public exchange that it stands in. */
  readonly threadId: string;
  readonly accountId: string;
  readonly text: string;
}

/** What makes two tries the same reply: what it says and to whom, not what the screen had read by then. */
export function hashOf(caller: Caller, { ticketId, threadId, space, accountId, text, fileIds, paired }: Reply): string {
  const line = paired ? [paired.threadId, paired.accountId, paired.text] : [];
  return sha256Hex(JSON.stringify([caller.id, ticketId, threadId, space, accountId, text, fileIds, ...line]));
}
