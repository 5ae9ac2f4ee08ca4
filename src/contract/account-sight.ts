import { may, type Actor } from '../domain/team/policy.js';
import type { AccountView } from './account-views.js';

/** An account as this agent may see it: what networks say in their own words, and where they call us, is for administrators. */
export function accountSeenBy(actor: Actor, account: AccountView): AccountView {
  if (may(actor, 'accounts.manage').ok) return account;
  return { ...account, stateDetail: null, fetchError: null, hookUrl: null };
}
