import { Refusal } from '../../domain/refusal.js';
import type { RoutingPart } from '../../store/routing/routing.store.js';
import type { Work } from '../../store/work.js';

/** Holds the routing for somebody who has seen this revision of the part they change. */
export async function lockRouting(tx: Work, part: RoutingPart, seen: number): Promise<void> {
  const { [part]: revision } = await tx.routing.lock();
  if (revision !== seen) throw new Refusal('routing.stale', { revision });
}
