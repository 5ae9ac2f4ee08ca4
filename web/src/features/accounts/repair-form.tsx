import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView, NetworkView } from '../../../../src/contract/index.js';
import { accounts } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form, FormActs } from '../../ui/form.js';
import { toast } from '../../ui/toasts.js';
import { AccountFields } from './account-fields.js';
import { ConsentButton } from './consent-button.js';
import { changesOf, emptyForm } from './filled.js';
import css from './form.module.css';
import { useKeepAccount } from './use-keep-account.js';

interface RepairFormProps {
  account: AccountView;
  network: NetworkView;
  onClose: () => void;
}

export function RepairForm({ account, network, onClose }: RepairFormProps) {
  const words = useWords();
  const keep = useKeepAccount();
  const { id, apiBase } = account;
  const [filled, setFilled] = useState(() => emptyForm(network, apiBase));
  const repair = useMutation({
    mutationFn: () => accounts.repair(id, changesOf(filled, apiBase)),
    onSuccess: (repaired) => {
      keep(repaired);
      const facts = { name: repaired.name, network: repaired.networkName };
      const text = words.t(account.heldReplies > 0 ? 'repair.done' : 'accounts.connected', facts);
      toast({ text, tone: 'ok' });
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
        <BusyButton type="submit" busy={repair.isPending}>
          {words.t('repair.submit')}
        </BusyButton>
      </FormActs>
    </Form>
  );
}
