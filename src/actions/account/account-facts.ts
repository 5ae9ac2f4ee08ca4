import type { AccountCheckView } from '../../contract/index.js';
import type { AccountCheck } from '../../networks/kit/account.js';
import type { Network } from '../../networks/kit/network.js';
import type { AccountFacts } from '../../store/account/account.store.js';
import { refreshAt } from './refresh-at.js';

/** What is stored of what a network said. */
export function factsOf(check: AccountCheck, network: Network | undefined): AccountFacts {
  return {
    name: check.name,
    handle: check.handle ?? null,
    avatarUrl: check.avatarUrl ?? null,
    granted: check.granted,
    missing: check.missing,
    limits: { ...check.limits },
    expiresAt: check.expiresAt,
    refreshAt: refreshAt(network, check.expiresAt),
  };
}

export function checkView(check: AccountCheck): AccountCheckView {
  return {
    externalId: check.externalId,
    name: check.name,
    handle: check.handle ?? null,
    granted: [...check.granted],
    missing: [...check.missing],
    expiresAt: check.expiresAt?.toISOString() ?? null,
  };
}
