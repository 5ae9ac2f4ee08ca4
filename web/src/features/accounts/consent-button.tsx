import { useMutation } from '@tanstack/react-query';
import type { NetworkView } from '../../../../src/contract/index.js';
import { accounts } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Icon } from '../../ui/icon.js';
import css from './form.module.css';

interface ConsentButtonProps {
  network: NetworkView;
  ask: Parameters<typeof accounts.oauth>[0];
  ready: boolean;
}

/** Leaves for the network's own page, where one signs in and agrees; the network sends back here. */
export function ConsentButton({ network, ask, ready }: ConsentButtonProps) {
  const words = useWords();
  const leave = useMutation({
    mutationFn: () => accounts.oauth(ask),
    onSuccess: ({ url }) => {
      window.location.assign(url);
    },
  });
  return (
    <>
      <BusyButton
        leftSection={<Icon name="outside" />}
        busy={leave.isPending}
        disabled={!ready}
        onClick={() => {
          leave.mutate();
        }}
      >
        {words.t('add.consent', { network: network.name })}
      </BusyButton>
      <RefusalNote error={leave.error} />
      <p className={css.or}>{words.t('add.or-token')}</p>
    </>
  );
}
