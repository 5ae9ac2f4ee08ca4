import type { AccountView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { accountViews } from '../../store/account/account.view.js';
import type { Work } from '../../store/work.js';
import type { NetworkCatalogue } from './network-catalogue.js';

/** An account as the transaction leaves it, told to every screen. */
export async function tellAccount(tx: Work, id: string, catalogue: NetworkCatalogue): Promise<AccountView> {
  const [account] = await accountViews(tx.sql, tx.workspaceId, { id, factsOf: catalogue.factsOf });
  if (!account) throw new Refusal('not-found', { what: 'account' });
  await tx.tell({ type: 'account.changed', account });
  return account;
}
