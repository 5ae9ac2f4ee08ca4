import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountView } from '../../../../src/contract/index.js';
import { accounts } from '../../api/accounts.js';
import { useAct } from '../../api/use-act.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { toast } from '../../ui/toasts.js';
import css from './account-card.module.css';
import { useAccountsPlace } from './accounts-place.js';
import { Disconnect } from './disconnect.js';
import { Refetch } from './refetch.js';
import { useKeepAccount } from './use-keep-account.js';

interface AccountActsProps {
  account: AccountView;
  broken: boolean;
}

export function AccountActs({ account, broken }: AccountActsProps) {
  const words = useWords();
  const { go } = useAccountsPlace();
  const gone = account.state === 'disconnected';
  return (
    <footer className={css.acts}>
      <Button
        variant={broken ? 'filled' : 'default'}
        onClick={() => {
          // Its secrets are gone with the disconnection: it is filled in as a new one, and is the same one again.
          go(gone ? { add: account.network } : { repair: account.id });
        }}
      >
        {words.t(gone ? 'account.reconnect' : broken ? 'account.repair' : 'account.change')}
      </Button>
      {!gone && <Check account={account} />}
      {!gone && account.canRefetch && <ReadAgain account={account} />}
      {!gone && <Leave account={account} />}
    </footer>
  );
}

function Check({ account }: { account: AccountView }) {
  const words = useWords();
  const keep = useKeepAccount();
  const check = useAct(accounts.recheck, (checked) => {
    keep(checked);
    const well = checked.state === 'active';
    const text = words.t(well ? 'account.checked' : 'account.checked-broken', { name: checked.name });
    toast({ text, tone: well ? 'ok' : 'late' });
  });
  return (
    <BusyButton
      variant="default"
      busy={check.isPending}
      onClick={() => {
        check.mutate(account.id);
      }}
    >
      {words.t('account.check')}
    </BusyButton>
  );
}

function ReadAgain({ account }: { account: AccountView }) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {words.t('account.refetch')}
      </Button>
      {asking && (
        <Refetch
          account={account}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function Leave({ account }: { account: AccountView }) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        className={css.leave}
        onClick={() => {
          setAsking(true);
        }}
      >
        {words.t('account.disconnect')}
      </Button>
      {asking && (
        <Disconnect
          account={account}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
