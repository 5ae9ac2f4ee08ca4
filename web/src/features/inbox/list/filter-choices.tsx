import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { lanes } from '../../../../../src/contract/index.js';
import { accountsQuery } from '../../../api/accounts.js';
import { topicChoicesQuery } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { filterNames, usePlace, type FilterName } from '../place.js';
import css from './filter-menu.module.css';
import { filterValueName } from './filter-value-name.js';

const languages = ['fr', 'en', 'es', 'de', 'it', 'pt', 'nl', 'ar'];

function useChoices(): Record<FilterName, readonly string[]> {
  const accounts = useQuery(accountsQuery).data ?? [];
  const topics = useQuery(topicChoicesQuery).data ?? [];
  return {
    network: [...new Set(accounts.map(({ network }) => network))].sort(),
    lane: lanes,
    topic: topics.map(({ id }) => id),
    language: languages,
  };
}

/** One value of each kind, at once. They come after the list, so they take the focus themselves. */
export function FilterChoices() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('select')?.focus();
  }, []);
  return (
    <div ref={box} className={css.choices}>
      {filterNames.map((name) => (
        <Choice key={name} name={name} />
      ))}
    </div>
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
