import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { DeliveryView } from '../../../../src/contract/index.js';
import { deliveries } from '../../api/deliveries.js';
import { useAct } from '../../api/use-act.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Icon } from '../../ui/icon.js';
import { NetworkMark } from '../../ui/network-mark.js';
import { toast } from '../../ui/toasts.js';
import css from './deliveries-screen.module.css';

/** One raw call of a network: when it came, why it was not taken in, how it begins. */
export function DeliveryItem({ delivery, queryKey }: { delivery: DeliveryView; queryKey: QueryKey }) {
  const words = useWords();
  const cache = useQueryClient();
  const { id, network, receivedAt, attempts, size, error, excerpt } = delivery;
  const when = words.moment(receivedAt);
  const replay = useAct(deliveries.replay, () => {
    toast({ text: words.t('deliveries.replayed'), tone: 'ok' });
    void cache.invalidateQueries({ queryKey });
  });
  return (
    <li className={css.item}>
      <NetworkMark network={network} size={24} />
      <div className={css.words}>
        <p className={css.head}>
          <span className={css.network}>{network}</span>
          <time dateTime={receivedAt}>{when}</time>
          <span className="figures">{words.t('deliveries.facts', { attempts, size: words.bytes(size) })}</span>
        </p>
        {error && <p className={css.error}>{error}</p>}
        <details>
          <summary className={css.open}>{words.t('deliveries.excerpt')}</summary>
          <pre className={css.excerpt} tabIndex={0}>
            {excerpt}
          </pre>
        </details>
      </div>
      <BusyButton
        variant="default"
        leftSection={<Icon name="retry" />}
        aria-label={words.t('deliveries.replay-which', { network, when })}
        busy={replay.isPending}
        onClick={() => {
          replay.mutate(id);
        }}
      >
        {words.t('deliveries.replay')}
      </BusyButton>
    </li>
  );
}
