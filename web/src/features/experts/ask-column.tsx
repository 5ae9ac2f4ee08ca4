import { Skeleton } from '@mantine/core';
import type { AskListName } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { AskCard } from './ask-card.js';
import css from './experts.module.css';
import { useAsks } from './use-asks.js';

/** One list of questions, under its name and how many there are. */
export function AskColumn({ list }: { list: AskListName }) {
  const words = useWords();
  const { data, error } = useAsks(list);
  const id = `asks-${list}`;
  return (
    <section className={css.column} aria-labelledby={id}>
      <h2 id={id} className={css.heading}>
        {words.t(`experts.list.${list}`)}
        {data && <span className={css.count}>{data.asks.length}</span>}
      </h2>
      <RefusalNote error={error} />
      {!data && !error && <Skeleton height={160} radius={10} />}
      {data?.asks.length === 0 && (
        <p className={css.none}>
          <strong>{words.t(`experts.none.${list}`)}</strong> {words.t(`experts.none.${list}-text`)}
        </p>
      )}
      {data && (
        <ul className={css.cards}>
          {data.asks.map((ask) => (
            <li key={ask.id}>
              <AskCard ask={ask} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
