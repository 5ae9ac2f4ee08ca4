import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { usePlace } from '../place.js';
import { useCounts } from '../views/views-pane.js';
import css from './queue-list.module.css';
import { RowSkeletons } from './row-skeletons.js';
import type { ShownRow } from './shown-rows.js';
import { TicketLine, type RowActs } from './ticket-row.js';
import type { ShownRows } from './use-shown-rows.js';

interface QueueListProps {
  shown: ShownRows;
  openId: string | null;
  activeId: string | null;
  checked: ReadonlySet<string>;
  compact: boolean;
  acts: RowActs;
  onActive: (id: string) => void;
  more: { busy: boolean; load: () => void; wanted: boolean };
}

const roomy = 72;
const tight = 48;
const nearEnd = 30;

type Body = Virtualizer<HTMLDivElement, Element>;

/** The rows, however many: only those in sight are drawn, and the one with the focus always is. */
export function QueueList(props: QueueListProps) {
  const { shown, compact, activeId, more } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const activeIndex = shown.rows.findIndex(({ row }) => row.id === activeId);
  const body = useBody(shown.rows, { compact, activeIndex, scroller });
  useMore(body, shown.rows.length, more);
  return (
    <div
      ref={scroller}
      className={css.scroller}
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse') shown.hold();
      }}
      onPointerLeave={() => {
        if (scroller.current?.contains(document.activeElement) !== true) shown.letGo();
      }}
      onFocus={shown.hold}
      onBlur={(event: FocusEvent<HTMLDivElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) shown.letGo();
      }}
    >
      <Rows {...props} body={body} activeIndex={activeIndex} />
      {more.busy && <RowSkeletons count={2} compact={compact} />}
    </div>
  );
}

interface BodyParts {
  compact: boolean;
  activeIndex: number;
  scroller: RefObject<HTMLDivElement | null>;
}

function useBody(rows: readonly ShownRow[], { compact, activeIndex, scroller }: BodyParts): Body {
  // eslint-disable-next-line react-hooks/incompatible-library -- Its answers are not memoized here, so none can go stale.
  const body: Body = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? tight : roomy),
    getItemKey: (index) => rows[index]?.row.id ?? index,
    rangeExtractor: useCallback((range: Range) => withActive(range, activeIndex), [activeIndex]),
    overscan: 8,
  });
  useEffect(() => {
    body.measure();
  }, [body, compact]);
  return body;
}

function useMore(body: Body, count: number, { busy, load, wanted }: QueueListProps['more']): void {
  const last = body.getVirtualItems().at(-1)?.index ?? 0;
  const now = wanted && !busy && last >= count - nearEnd;
  useEffect(() => {
    if (now) load();
  }, [now, load]);
}

function Rows({ body, activeIndex, ...props }: QueueListProps & { body: Body; activeIndex: number }) {
  const words = useWords();
  const { agent } = useMe();
  const { view } = usePlace();
  const total = useCounts()?.[view] ?? 0;
  const { shown, openId, checked, compact, acts } = props;
  const openIndex = shown.rows.findIndex(({ row }) => row.id === openId);
  const reachable = activeIndex !== -1 ? activeIndex : Math.max(0, openIndex);
  return (
    <div
      role="grid"
      aria-label={words.t(`view.${view}`)}
      aria-rowcount={Math.max(total, shown.rows.length)}
      aria-multiselectable="true"
      aria-description={words.t('list.how')}
      className={css.rows}
      style={{ height: body.getTotalSize() }}
      onFocus={(event) => {
        const id = event.target.closest<HTMLElement>('[data-ticket]')?.dataset['ticket'];
        if (id !== undefined) props.onActive(id);
      }}
    >
      {body.getVirtualItems().map(({ index, start, size, key }) => {
        const one = shown.rows[index];
        if (!one) return null;
        const { row, gone } = one;
        const state = { index, open: row.id === openId, reachable: index === reachable, checked: checked.has(row.id) };
        return (
          <div key={key} role="presentation" className={css.place} style={{ top: start, height: size }}>
            <TicketLine row={row} gone={gone} me={agent.id} compact={compact} acts={acts} {...state} />
          </div>
        );
      })}
    </div>
  );
}

function withActive(range: Range, activeIndex: number): number[] {
  const seen = defaultRangeExtractor(range);
  if (activeIndex === -1 || seen.includes(activeIndex)) return seen;
  return [...seen, activeIndex].sort((a, b) => a - b);
}
