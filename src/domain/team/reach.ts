/** What somebody may work on: each list that is not empty must hold the ticket's. */
export interface Reach {
  readonly networks: readonly string[];
  /** Ids of our accounts. */
  readonly accounts: readonly string[];
  readonly brands: readonly string[];
}

export const everywhere: Reach = { networks: [], accounts: [], brands: [] };

/** Through which of our accounts a ticket came. */
export interface Origin {
  readonly network: string;
  readonly accountId: string;
  readonly brand: string | null;
}

export function reaches({ networks, accounts, brands }: Reach, { network, accountId, brand }: Origin): boolean {
  return holds(networks, network) && holds(accounts, accountId) && holds(brands, brand);
}

function holds(allowed: readonly string[], value: string | null): boolean {
  return allowed.length === 0 || (value !== null && allowed.includes(value));
}
