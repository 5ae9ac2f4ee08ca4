import { Button } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { accountsQuery } from '../../../api/accounts.js';
import { refusedOf } from '../../../api/api-error.js';
import { useWords } from '../../../i18n/words-provider.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { filterNames, usePlace } from '../place.js';
import type { LoadedList } from './list-screen.js';
import { RowSkeletons } from './row-skeletons.js';
import { useCounts } from '../views/views-pane.js';

/** In place of the rows: on their way, not to be had, or none there. */
export function NoRows({ query, compact }: { query: UseQueryResult<LoadedList>; compact: boolean }) {
  if (query.data) return <EmptyList />;
  if (query.isError) return <FailedList error={query.error} onRetry={() => void query.refetch()} />;
  return <RowSkeletons count={8} compact={compact} />;
}

/** Why there is nothing: each cause has its own words, and its own way on. */
function EmptyList() {
  const words = useWords();
  const place = usePlace();
  const accounts = useQuery(accountsQuery).data;
  if (filterNames.some((name) => place.filters[name] !== undefined)) return <FilteredOut />;
  if (accounts?.length === 0) {
    return <EmptyState icon="plug" title={words.t('empty.no-account')} text={words.t('empty.no-account.text')} />;
  }
  if (accounts?.every(({ state }) => state !== 'active') === true) {
    return <EmptyState icon="broken" title={words.t('empty.broken')} text={words.t('empty.broken.text')} />;
  }
  if (place.view === 'todo') return <NothingToDo />;
  return <EmptyState icon="tick" title={words.t(`empty.${place.view}`)} />;
}

function FilteredOut() {
  const words = useWords();
  const place = usePlace();
  return (
    <EmptyState icon="filter" title={words.t('empty.filtered')} text={words.t('empty.filtered.text')}>
      <Button
        variant="default"
        onClick={() => {
          place.filter({ network: undefined, lane: undefined, topic: undefined, language: undefined });
        }}
      >
        {words.t('filter.clear')}
      </Button>
    </EmptyState>
  );
}

function NothingToDo() {
  const words = useWords();
  const place = usePlace();
  const counts = useCounts();
  const unassigned = counts?.unassigned ?? 0;
  const soon = counts?.['at-risk'] ?? 0;
  return (
    <EmptyState icon="tick" title={words.t('empty.todo')} text={words.t('empty.todo.text', { soon, unassigned })}>
      {unassigned > 0 && (
        <Button
          variant="default"
          onClick={() => {
            place.openView('unassigned');
          }}
        >
          {words.t('empty.todo.unassigned')}
        </Button>
      )}
    </EmptyState>
  );
}

function FailedList({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords();
  return (
    <EmptyState icon="broken" title={words.t('list.failed')} text={refusalText(words, refusedOf(error))}>
      <Button variant="default" onClick={onRetry}>
        {words.t('shell.try-again')}
      </Button>
    </EmptyState>
  );
}
