import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useWords } from '../../../i18n/words-provider.js';
import { usePlace } from '../place.js';
import css from './list-pane.module.css';
import type { LoadedList } from './list-screen.js';
import type { Checked } from './use-checked.js';
import type { TicketList } from './use-ticket-list.js';

// Nothing is picked at first: the bar comes after the list.
const BulkBar = lazy(() => import('../bulk/bulk-bar.js').then(({ BulkBar }) => ({ default: BulkBar })));

interface ListFootProps {
  list: LoadedList | undefined;
  checks: Checked;
  more: TicketList['more'];
}

export function ListFoot({ list, checks, more }: ListFootProps) {
  return (
    <>
      {more.failed && <MoreFailed onRetry={more.load} />}
      <OpenElsewhere list={list} />
      <Suspense>
        <BulkBar checked={checks.checked} onClear={checks.clear} />
      </Suspense>
    </>
  );
}

/** A link may open a ticket that this view does not hold. */
function OpenElsewhere({ list }: { list: LoadedList | undefined }) {
  const words = useWords();
  const { ticketId, view } = usePlace();
  const here = ticketId === null || !list?.complete || list.rows.some(({ id }) => id === ticketId);
  if (here) return null;
  return <p className={css.elsewhere}>{words.t('list.open-elsewhere', { view: words.t(`view.${view}`) })}</p>;
}

function MoreFailed({ onRetry }: { onRetry: () => void }) {
  const words = useWords();
  return (
    <div className={css.more} role="status">
      {words.t('list.more-failed')}
      <Button variant="default" onClick={onRetry}>
        {words.t('shell.try-again')}
      </Button>
    </div>
  );
}
