import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NetworkView } from '../../../../src/contract/index.js';
import { networksQuery } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { Dialog } from '../../ui/dialog.js';
import { NetworkMark } from '../../ui/network-mark.js';
import { Step } from '../../ui/step.js';
import { useAccountsPlace } from './accounts-place.js';
import { ConnectForm } from './connect-form.js';
import css from './form.module.css';
import { kindWords } from './kind-words.js';

interface AddAccountProps {
  /** A network's id; anything else shows the choice. */
  network: string;
  onClose: () => void;
}

/** First which network, then its form. */
export function AddAccount({ network: chosenId, onClose }: AddAccountProps) {
  const words = useWords();
  const { data: networks, error } = useQuery(networksQuery);
  const chosen = networks?.find(({ id }) => id === chosenId);
  const title = chosen ? words.t('add.title-for', { network: chosen.name }) : words.t('add.title');
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="lg">
      <RefusalNote error={error} />
      {!networks && !error && <Loader size="sm" />}
      {networks && !chosen && (
        <Step>
          <ChooseNetwork networks={networks} />
        </Step>
      )}
      {chosen && <ConnectForm key={chosen.id} network={chosen} onClose={onClose} />}
    </Dialog>
  );
}

function ChooseNetwork({ networks }: { networks: readonly NetworkView[] }) {
  const words = useWords();
  return (
    <div className={css.parts}>
      <p className={css.lead}>{words.t('add.choose')}</p>
      <ul className={css.networks}>
        {networks.map((network) => (
          <li key={network.id}>
            {network.transports.length === 0 ? <OutOfReach network={network} /> : <Reachable network={network} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reachable({ network: { id, name, receives } }: { network: NetworkView }) {
  const words = useWords();
  const { go } = useAccountsPlace();
  return (
    <button
      type="button"
      className={css.network}
      onClick={() => {
        go({ add: id });
      }}
    >
      <NetworkMark network={id} size={32} />
      <span className={css.networkName}>
        {name}
        <span className={css.kinds}>{kindWords(words, receives)}</span>
      </span>
    </button>
  );
}

/** What cannot be connected says why, where one would look for it. */
function OutOfReach({ network: { id, name, cannot } }: { network: NetworkView }) {
  const words = useWords();
  return (
    <div className={css.network} data-out-of-reach>
      <NetworkMark network={id} size={32} />
      <span className={css.networkName}>
        {name}
        <span className={css.kinds}>{cannot.map((why) => why[words.locale]).join(' ')}</span>
      </span>
    </div>
  );
}
