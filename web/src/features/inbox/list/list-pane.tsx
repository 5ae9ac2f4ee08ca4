import type { TicketRow } from '../../../../../src/contract/index.js';
import { useState } from 'react';
import { useWords } from '../../../i18n/words-provider.js';
import { useKept } from '../../../ui/use-kept.js';
import { usePlace } from '../place.js';
import { ListFoot } from './list-foot.js';
import { ListHead } from './list-head.js';
import css from './list-pane.module.css';
import { listKey } from './list-screen.js';
import { NoRows } from './list-states.js';
import { QueueList } from './queue-list.js';
import { useChecked } from './use-checked.js';
import { useListKeys } from './use-list-keys.js';
import { useRowActs } from './use-row-acts.js';
import { useShownRows } from './use-shown-rows.js';
import { useTicketList } from './use-ticket-list.js';

const none: readonly TicketRow[] = [];

export function ListPane({ onViews }: { onViews: (() => void) | null }) {
  const words = useWords();
  const place = usePlace();
  const [density, setDensity] = useKept('density', 'roomy');
  const compact = density === 'compact';
  const { query, more } = useTicketList(place.view, place.filters);
  const rows = query.data?.rows ?? none;
  const shown = useShownRows(listKey(place.view, place.filters).join('/'), rows);
  const [activeId, setActiveId] = useState<string | null>(null);
  const checks = useChecked(shown.rows);
  const acts = useRowActs(checks.toggle);
  useListKeys({ shown, activeId, setActiveId, checks });
  return (
    <section className={css.pane} aria-label={words.t('list.label')}>
      <ListHead compact={compact} onDensity={setDensity} onViews={onViews} shown={shown} />
      {query.data && shown.rows.length > 0 ? (
        <QueueList
          shown={shown}
          openId={place.ticketId}
          activeId={activeId}
          checked={checks.checked}
          compact={compact}
          acts={acts}
          onActive={setActiveId}
          more={{ ...more, wanted: query.data.next !== null && !more.failed }}
        />
      ) : (
        <NoRows query={query} compact={compact} />
      )}
      <ListFoot list={query.data} checks={checks} more={more} />
    </section>
  );
}
