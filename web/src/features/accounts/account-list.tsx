import type { AccountView } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { useNow } from '../../live/use-now.js';
import { EmptyState } from '../../ui/empty-state.js';
import { AccountCard } from './account-card.js';
import css from './account-list.module.css';
import { sortedByNeed } from './account-state.js';

interface AccountListProps {
  accounts: readonly AccountView[];
  mayManage: boolean;
}

export function AccountList({ accounts, mayManage }: AccountListProps) {
  const words = useWords();
  const now = useNow(15_000);
  if (accounts.length === 0) {
    return (
      <div className={css.empty}>
        <EmptyState icon="plug" title={words.t('accounts.none')} text={words.t('accounts.none-text')} />
      </div>
    );
  }
  return (
    <ul className={css.list}>
      {sortedByNeed(accounts, now).map((account) => (
        <li key={account.id}>
          <AccountCard account={account} mayManage={mayManage} />
        </li>
      ))}
    </ul>
  );
}
