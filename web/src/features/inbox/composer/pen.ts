import { pens } from '../../../api/drafts.js';
import { serverTime } from '../../../live/server-now.js';

/** Asked for again while one writes, well before it runs out; sooner where somebody else has it. */
const renewMs = 20_000;
const againMs = 5000;

interface Held {
  /** When it was asked for last, in milliseconds of the server's clock. */
  at: number;
  mine: boolean;
}
const held = new Map<string, Held>();

/** A key was struck in an answer to the customer: the pen is this agent's while they write. */
export function penTyped(ticketId: string): void {
  const now = serverTime.now();
  const known = held.get(ticketId);
  if (known && now - known.at < (known.mine ? renewMs : againMs)) return;
  held.set(ticketId, { at: now, mine: known?.mine ?? false });
  void takePen(ticketId);
}

/** Resolves to whether it is this agent's. */
export async function takePen(ticketId: string): Promise<boolean> {
  const at = serverTime.now();
  const mine = await pens.take(ticketId).then(
    () => true,
    // Somebody else has it: who that is, everybody is told on the socket.
    () => false,
  );
  held.set(ticketId, { at, mine });
  return mine;
}

/** Nothing is written any more, or it has gone. */
export function penDone(ticketId: string): void {
  if (!lay(ticketId)) return;
  // Left lying it runs out by itself.
  pens.release(ticketId).catch(() => null);
}

/** The ticket is no longer on the screen. */
export function penLeft(ticketId: string): void {
  if (!lay(ticketId)) return;
  pens.leave(ticketId).catch(() => null);
}

/** The server has freed it with the sending. */
export function penSent(ticketId: string): void {
  lay(ticketId);
}

function lay(ticketId: string): boolean {
  const mine = held.get(ticketId)?.mine ?? false;
  held.delete(ticketId);
  return mine;
}
