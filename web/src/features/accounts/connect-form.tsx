import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { NetworkView } from '../../../../src/contract/index.js';
import { accounts } from '../../api/accounts.js';
import { useWords } from '../../i18n/words-provider.js';
import { Step } from '../../ui/step.js';
import { toast } from '../../ui/toasts.js';
import { CheckedStep } from './checked-step.js';
import { DetailsStep } from './details-step.js';
import { blankForm, brandOf, formOf } from './filled.js';
import { useKeepAccount } from './use-keep-account.js';

interface ConnectFormProps {
  network: NetworkView;
  onClose: () => void;
}

/** The details are checked with the network before anything is stored. */
export function ConnectForm({ network, onClose }: ConnectFormProps) {
  const words = useWords();
  const keep = useKeepAccount();
  const [filled, setFilled] = useState(() => blankForm(network));
  const check = useMutation({ mutationFn: () => accounts.check(formOf(network, filled)) });
  const add = useMutation({
    mutationFn: () => accounts.add({ ...formOf(network, filled), ...brandOf(filled) }),
    onSuccess: (account) => {
      keep(account);
      toast({ text: words.t('accounts.connected', { name: account.name, network: account.networkName }), tone: 'ok' });
      onClose();
    },
  });
  const draft = { network, filled, onChange: setFilled };
  return check.data ? (
    <Step key="checked">
      <CheckedStep {...draft} check={check.data} act={add} onBack={check.reset} />
    </Step>
  ) : (
    <Step key="details">
      <DetailsStep {...draft} act={check} />
    </Step>
  );
}
