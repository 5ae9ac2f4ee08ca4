import { Refusal } from '../refusal.js';
import { may, type Actor } from '../team/policy.js';
import type { RoutingSettings } from './routing-settings.js';

export interface Pick {
  /** How many tickets that press more they could have had. */
  readonly passedOver: number;
  /** How often they passed over one in the last day. */
  readonly skips: number;
}

/** Refuses to take an easier ticket past too many that press more (rules 2.10), unless they may take any. */
export function checkPick(actor: Actor, { passedOver, skips }: Pick, settings: RoutingSettings): void {
  if (passedOver === 0 || may(actor, 'ticket.pick-any').ok) return;
  const { pickFromTop: top, skipsPerDay: limit } = settings;
  if (top !== null && passedOver >= top) throw new Refusal('pick.too-far', { top });
  if (limit !== null && skips >= limit) throw new Refusal('pick.skips', { limit });
}
