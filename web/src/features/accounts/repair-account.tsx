import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView, NetworkView } from '../../../../src/contract/index.js';
import { accounts, networksQuery } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { useNow } from '../../live/use-now.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { toast } from '../../ui/toasts.js';
import { AccountFields } from './account-fields.js';
import { conditionOf } from './account-state.js';
import { AccountTrouble } from './account-trouble.js';
import { ConsentButton } from './consent-button.js';
import { changesOf, emptyForm } from './filled.js';
import css from './form.module.css';
import { useKeepAccount } from './use-keep-account.js';

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

function RepairForm({ account, network, onClose }: RepairAccountProps & { network: NetworkView }) {
  const words = useWords();
  const keep = useKeepAccount();
  const { id, apiBase } = account;
  const [filled, setFilled] = useState(() => emptyForm(network, apiBase));
  const repair = useMutation({
    mutationFn: () => accounts.repair(id, changesOf(filled, apiBase)),
    onSuccess: (repaired) => {
      keep(repaired);
      toast({ text: words.t('repair.done', { name: repaired.name, network: repaired.networkName }), tone: 'ok' });
      onClose();
    },
  });
  return (
    <Form
      onSubmit={() => {
        repair.mutate();
      }}
    >
      {network.oauth && <ConsentButton network={network} ask={{ network: network.id, apiBase, app: {} }} ready />}
      <p className={css.lead}>{words.t('repair.lead')}</p>
      <AccountFields network={network} filled={filled} onChange={setFilled} repair />
      <RefusalNote error={repair.error} />
      <FormActs>
        <Button variant="default" onClick={onClose}>
          {words.t('shell.cancel')}
        </Button>
        <Button type="submit" loading={repair.isPending}>
          {words.t('repair.submit')}
        </Button>
      </FormActs>
    </Form>
  );
}
