import { useNavigate, useSearch } from '@tanstack/react-router';

/** What is open over the list of accounts, as it stands in the address. */
export interface AccountsSearch {
  /** A network's id, or `choose`. */
  add?: string;
  /** An account's id. */
  repair?: string;
  /** The account that a network has just sent an administrator back for, or why it has not. */
  connected?: string;
  refused?: string;
  /** What the network said with its refusal. */
  detail?: string;
}

export function accountsSearch(search: Record<string, unknown>): AccountsSearch {
  const found: AccountsSearch = {};
  for (const name of ['add', 'repair', 'connected', 'refused', 'detail'] as const) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') found[name] = value;
  }
  return found;
}

export function useAccountsPlace(): { search: AccountsSearch; go: (search: AccountsSearch) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    search: accountsSearch(search),
    go: (next) => {
      void navigate({ to: '/admin/accounts', search: next });
    },
  };
}
