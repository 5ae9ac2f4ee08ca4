import { Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { DeliveryView } from '../../../../src/contract/index.js';
import { deliveries, type DeadState } from '../../api/deliveries.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useAct } from '../../api/use-act.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { Screen } from '../../ui/screen.js';
import { toast } from '../../ui/toasts.js';
import { deliveriesSearch } from './deliveries-place.js';
import css from './deliveries-screen.module.css';
import { DeliveryItem } from './delivery-item.js';

const states: readonly DeadState[] = ['dead', 'set-aside'];
const keyOf = (state: DeadState) => ['deliveries', state] as const;

function useDeliveries(state: DeadState) {
  return useInfiniteQuery({
    queryKey: keyOf(state),
    queryFn: ({ pageParam }) => deliveries.page(state, pageParam),
    initialPageParam: blank,
    getNextPageParam: ({ next }) => next,
    // No live event tells of these.
    refetchInterval: 30_000,
  });
}
const blank: string | null = null;

/** What networks sent and Relais could not take in: nothing is lost, and each can be tried again. */
export function DeliveriesScreen() {
  const words = useWords();
  const { state = 'dead' } = deliveriesSearch(useSearch({ strict: false }));
  const found = useDeliveries(state);
  const rows = found.data?.pages.flatMap((page) => page.rows);
  const some = rows !== undefined && rows.length > 0;
  return (
    <Screen
      title={words.t('deliveries.title')}
      lead={words.t('deliveries.lead')}
      acts={some && <ReplayAll state={state} />}
    >
      <States current={state} />
      <p className={css.lead}>{words.t(`deliveries.${state}-text`)}</p>
      <RefusalNote error={found.error} />
      {found.isPending && <Skeleton height={160} radius={8} />}
      {rows && <Rows rows={rows} state={state} />}
      {found.hasNextPage && (
        <BusyButton variant="default" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {words.t('deliveries.more')}
        </BusyButton>
      )}
    </Screen>
  );
}

function States({ current }: { current: DeadState }) {
  const words = useWords();
  return (
    <nav className={css.tabs} aria-label={words.t('deliveries.states')}>
      {states.map((state) => (
        <Link
          key={state}
          to="/admin/deliveries"
          search={state === 'dead' ? {} : { state }}
          className={css.tab}
          aria-current={state === current ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {words.t(`deliveries.${state}`)}
        </Link>
      ))}
    </nav>
  );
}

function Rows({ rows, state }: { rows: readonly DeliveryView[]; state: DeadState }) {
  const words = useWords();
  if (rows.length === 0) {
    const title = words.t(`deliveries.${state}-none`);
    return <EmptyState icon="parcel" title={title} text={words.t('deliveries.none-text')} />;
  }
  return (
    <ul className={css.list}>
      {rows.map((delivery) => (
        <DeliveryItem key={delivery.id} delivery={delivery} queryKey={keyOf(state)} />
      ))}
    </ul>
  );
}

function ReplayAll({ state }: { state: DeadState }) {
  const words = useWords();
  const cache = useQueryClient();
  const replay = useAct(deliveries.replayAll, ({ count }) => {
    toast({ text: words.t('deliveries.replayed-all', { count }), tone: 'ok' });
    void cache.invalidateQueries({ queryKey: keyOf(state) });
  });
  return (
    <BusyButton
      leftSection={<Icon name="retry" />}
      busy={replay.isPending}
      onClick={() => {
        replay.mutate(state);
      }}
    >
      {words.t('deliveries.replay-all')}
    </BusyButton>
  );
}
