import { NativeSelect, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type Ref } from 'react';
import { lanes } from '../../../../../src/contract/index.js';
import { accountsQuery } from '../../../api/accounts.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { knownTopics, networkName, topicName } from '../names.js';
import { filterNames, usePlace, type FilterName } from '../place.js';
import css from './filter-menu.module.css';

const languages = ['fr', 'en', 'es', 'de', 'it', 'pt', 'nl', 'ar'];

function filterValueName(words: Words, name: FilterName, value: string): string {
  switch (name) {
    case 'network':
      return networkName(value);
    case 'lane': {
      const lane = lanes.find((one) => one === value);
      return lane ? words.t(`lane.${lane}`) : value;
    }
    case 'topic':
      return topicName(words, value);
    case 'language':
      return words.language(value);
  }
}

function useChoices(): Record<FilterName, readonly string[]> {
  const accounts = useQuery(accountsQuery).data ?? [];
  return {
    network: [...new Set(accounts.map(({ network }) => network))].sort(),
    lane: lanes,
    topic: knownTopics,
    language: languages,
  };
}

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
      <Popover.Dropdown className={css.choices} aria-label={words.t('filter.open')}>
        {filterNames.map((name) => (
          <Choice key={name} name={name} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ name }: { name: FilterName }) {
  const words = useWords();
  const place = usePlace();
  const values = useChoices()[name];
  return (
    <NativeSelect
      label={words.t(`filter.${name}`)}
      value={place.filters[name] ?? ''}
      data-autofocus={name === 'network' || undefined}
      data={[
        { value: '', label: words.t('filter.any') },
        ...values.map((value) => ({ value, label: filterValueName(words, name, value) })),
      ]}
      onChange={(event) => {
        place.filter({ [name]: event.currentTarget.value === '' ? undefined : event.currentTarget.value });
      }}
    />
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
