import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { may } from '../../../../src/contract/index.js';
import { accountsQuery } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { Screen } from '../../ui/screen.js';
import { AccountList } from './account-list.js';
import { useAccountsPlace } from './accounts-place.js';
import { AddAccount } from './add-account.js';
import { BackFromNetwork } from './back-from-network.js';
import { RepairAccount } from './repair-account.js';

/** The accounts on the networks: how each is, and what to do where one is not well. */
export function AccountsScreen() {
  const words = useWords();
  const { agent } = useMe();
  const { search } = useAccountsPlace();
  const { data: accounts, error } = useQuery(accountsQuery);
  const mayManage = may(agent, 'accounts.manage').ok;
  return (
    <Screen title={words.t('accounts.title')} lead={words.t('accounts.lead')} acts={mayManage && <Add />}>
      <BackFromNetwork accounts={accounts ?? []} search={search} />
      <RefusalNote error={error} />
      {!accounts && !error && <Skeleton height={160} radius={8} />}
      {accounts && <AccountList accounts={accounts} mayManage={mayManage} />}
      {mayManage && <Opened />}
    </Screen>
  );
}

function Add() {
  const words = useWords();
  const { go } = useAccountsPlace();
  return (
    <Button
      leftSection={<Icon name="plus" />}
      onClick={() => {
        go({ add: 'choose' });
      }}
    >
      {words.t('accounts.add')}
    </Button>
  );
}

/** What the address has opened over the list. */
function Opened() {
  const { search, go } = useAccountsPlace();
  const { data: accounts } = useQuery(accountsQuery);
  const close = () => {
    go({});
  };
  const repaired = accounts?.find(({ id }) => id === search.repair);
  if (search.add) return <AddAccount network={search.add} onClose={close} />;
  return repaired && <RepairAccount account={repaired} onClose={close} />;
}
