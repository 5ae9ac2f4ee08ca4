import { Popover } from '@mantine/core';
import { lazy, Suspense, useState, type Ref } from 'react';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { filterNames, usePlace } from '../place.js';
import css from './filter-menu.module.css';
import { filterValueName } from './filter-value-name.js';

const FilterChoices = lazy(() =>
  import('./filter-choices.js').then(({ FilterChoices }) => ({ default: FilterChoices })),
);

/** What the list may be narrowed to: one value of each kind, at once. */
export function FilterMenu({ buttonRef }: { buttonRef: Ref<HTMLButtonElement> }) {
  const words = useWords();
  const [shown, setShown] = useState(false);
  return (
    <Popover opened={shown} onChange={setShown} position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <IconButton
          ref={buttonRef}
          icon="filter"
          label={words.t('filter.open')}
          keys="/"
          onClick={() => {
            setShown(!shown);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown className={css.dropdown} aria-label={words.t('filter.open')}>
        <Suspense>
          <FilterChoices />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What narrows the list, each with its way out. */
export function FilterChips() {
  const words = useWords();
  const place = usePlace();
  const active = filterNames.flatMap((name) => {
    const value = place.filters[name];
    return value === undefined ? [] : [{ name, value }];
  });
  if (active.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={words.t('filter.active')}>
      {active.map(({ name, value }) => (
        <li key={name}>
          <button
            type="button"
            className={css.chip}
            title={words.t('filter.remove')}
            onClick={() => {
              place.filter({ [name]: undefined });
            }}
          >
            <span className={css.kind}>{words.t(`filter.${name}`)}</span>
            {filterValueName(words, name, value)}
            <span className="unseen">{words.t('filter.remove')}</span>
            <Icon name="close" size={13} />
          </button>
        </li>
      ))}
    </ul>
  );
}
