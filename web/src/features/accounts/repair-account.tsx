import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AccountView } from '../../../../src/contract/index.js';
import { networksQuery } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { useNow } from '../../live/use-now.js';
import { Dialog } from '../../ui/dialog.js';
import { conditionOf } from './account-state.js';
import { AccountTrouble } from './account-trouble.js';
import css from './form.module.css';
import { RepairForm } from './repair-form.js';

interface RepairAccountProps {
  account: AccountView;
  onClose: () => void;
}

/** New credentials for an account that has lost its own; its tickets and held replies stay. */
export function RepairAccount({ account, onClose }: RepairAccountProps) {
  const words = useWords();
  const now = useNow(60_000);
  const { data: networks, error } = useQuery(networksQuery);
  const network = networks?.find(({ id }) => id === account.network);
  const title = words.t('repair.title', { name: account.name, network: account.networkName });
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="lg">
      <div className={css.parts}>
        <AccountTrouble account={account} condition={conditionOf(account, now)} />
        <RefusalNote error={error} />
        {!network && !error && <Loader size="sm" />}
        {network && <RepairForm account={account} network={network} onClose={onClose} />}
      </div>
    </Dialog>
  );
}
