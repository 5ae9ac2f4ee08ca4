import type { MessageArrived } from '../../domain/message/inbound-event.js';
import type { Network } from '../../networks/kit/network.js';
import type { Account } from '../../store/account/account.store.js';

/** The account that an event is about, and the network it is of. */
export interface Scene {
  readonly account: Account;
  readonly network: Network;
  readonly now: Date;
}

/** `later`: what it speaks of is not there yet, and may still come. Applying an event again changes nothing. */
export type EventOutcome =
  | { readonly is: 'done' }
  | { readonly is: 'ignored'; readonly what: string }
  | { readonly is: 'later'; readonly what: string };

export const done: EventOutcome = { is: 'done' };

/** Whose id an author's is (networks differ: of the whole network, or only within one account of ours). */
export function placeOf({ account, network }: Scene): { network: string; scope: string } {
  const isShared = network.capabilities.identityScope === 'network';
  return { network: network.id, scope: isShared ? '' : account.externalId };
}

/** The network's time, kept; but nothing is later than now, whatever a clock out there says. */
export function timeOf(event: Pick<MessageArrived, 'sentAt'>, now: Date): Date {
  return Number.isNaN(event.sentAt.getTime()) || event.sentAt > now ? now : event.sentAt;
}
