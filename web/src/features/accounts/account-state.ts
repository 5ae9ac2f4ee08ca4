import type { AccountView } from '../../../../src/contract/index.js';

/** The one thing to know of an account at a glance. */
export type AccountCondition =
  'active' | 'paused' | 'fetch-failing' | 'expiring' | 'needs-reauth' | 'restricted' | 'disconnected';
export type Tone = 'ok' | 'soon' | 'late' | 'paused';

const expiringMs = 7 * 24 * 3_600_000;

type Judged = Pick<AccountView, 'state' | 'pausedUntil' | 'fetchError' | 'expiresAt'>;

export function conditionOf(account: Judged, now: number): AccountCondition {
  if (account.state !== 'active') return account.state;
  if (account.pausedUntil !== null && Date.parse(account.pausedUntil) > now) return 'paused';
  if (account.fetchError !== null) return 'fetch-failing';
  if (account.expiresAt !== null && Date.parse(account.expiresAt) - now < expiringMs) return 'expiring';
  return 'active';
}

export const toneOf: Readonly<Record<AccountCondition, Tone>> = {
  active: 'ok',
  paused: 'soon',
  'fetch-failing': 'soon',
  expiring: 'soon',
  'needs-reauth': 'late',
  restricted: 'late',
  disconnected: 'paused',
};

const order: readonly Tone[] = ['late', 'soon', 'ok', 'paused'];

/** What needs a hand first; accounts in like condition by name. */
export function sortedByNeed(accounts: readonly AccountView[], now: number): AccountView[] {
  const rank = (account: AccountView) => order.indexOf(toneOf[conditionOf(account, now)]);
  return accounts.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}
