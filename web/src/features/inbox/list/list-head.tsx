import { Menu } from '@mantine/core';
import { useRef } from 'react';
import { listOrders, type ListOrder } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { useKeys } from '../../../ui/use-keys.js';
import { usePlace } from '../place.js';
import { useCounts } from '../views/views-pane.js';
import { FilterChips, FilterMenu } from './filter-menu.js';
import css from './list-head.module.css';
import { UpdatesPill } from './updates-pill.js';
import type { ShownRows } from './use-shown-rows.js';

interface ListHeadProps {
  compact: boolean;
  onDensity: (density: 'compact' | 'roomy') => void;
  /** Opens the views, where they have no pane of their own. */
  onViews: (() => void) | null;
  shown: ShownRows;
}

/** What the list shows, in which order, narrowed by what, and what waits to be shown. */
export function ListHead({ compact, onDensity, onViews, shown }: ListHeadProps) {
  const words = useWords();
  const place = usePlace();
  const filterButton = useRef<HTMLButtonElement>(null);
  useKeys({ '/': () => filterButton.current?.click() });
  return (
    <>
      <header className={css.header}>
        <div className={css.top}>
          <Title onViews={onViews} />
          <IconButton
            icon={compact ? 'roomy' : 'compact'}
            label={words.t(compact ? 'list.roomy' : 'list.compact')}
            onClick={() => {
              onDensity(compact ? 'roomy' : 'compact');
            }}
          />
          <FilterMenu buttonRef={filterButton} />
        </div>
        <OrderMenu
          order={place.filters.order ?? 'urgency'}
          onOrder={(order) => {
            place.filter({ order });
          }}
        />
      </header>
      <FilterChips />
      <UpdatesPill shown={shown} />
    </>
  );
}

function Title({ onViews }: { onViews: (() => void) | null }) {
  const words = useWords();
  const { view } = usePlace();
  const count = useCounts()?.[view];
  const text = (
    <>
      {words.t(`view.${view}`)}
      {count !== undefined && <span className={css.count}>{words.number(count)}</span>}
    </>
  );
  if (!onViews) return <h1 className={css.title}>{text}</h1>;
  return (
    <h1 className={css.title}>
      <button type="button" className={css.views} aria-haspopup="dialog" onClick={onViews}>
        <Icon name="queues" size={18} />
        {text}
        <Icon name="down" size={16} />
      </button>
    </h1>
  );
}

/** The order stands above the list, and says what it goes by. */
function OrderMenu({ order, onOrder }: { order: ListOrder; onOrder: (order: ListOrder) => void }) {
  const words = useWords();
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <button type="button" className={css.order}>
          {words.t('order.label', { order: words.t(`order.${order}`) })}
          <Icon name="down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {listOrders.map((one) => (
          <Menu.Item
            key={one}
            leftSection={<span className={css.tick}>{one === order && <Icon name="tick" size={16} />}</span>}
            onClick={() => {
              onOrder(one);
            }}
          >
            <span className={css.orderName}>{words.t(`order.${one}`)}</span>
            <span className={css.orderWhy}>{words.t(`order.${one}.why`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
