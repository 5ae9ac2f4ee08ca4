import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { may, type EmbargoView } from '../../../../src/contract/index.js';
import { embargoesQuery, experts } from '../../api/experts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { topicChoicesQuery } from '../../api/tickets.js';
import { useAct } from '../../api/use-act.js';
import { useMe } from '../../api/use-me.js';
import { uuid } from '../../api/uuid.js';
import { useWords } from '../../i18n/words-provider.js';
import { IconButton } from '../../ui/icon-button.js';
import { textOf } from '../../ui/text-of.js';
import css from './experts.module.css';

/** What must not be said yet. Each change is saved at once: an embargo that waits for a button is none. */
export function Embargoes() {
  const words = useWords();
  const cache = useQueryClient();
  const { data: all, error } = useQuery(embargoesQuery);
  const save = useAct(experts.saveEmbargoes, (saved) => {
    cache.setQueryData(embargoesQuery.queryKey, saved);
  });
  const manages = may(useMe().agent, 'embargoes.manage').ok;
  if (!all) return error ? <RefusalNote error={error} /> : <Skeleton height={160} radius={10} />;
  return (
    <section className={css.column} aria-label={words.t('experts.tab.embargoes')}>
      <p className={css.quiet}>{words.t('embargo.lead')}</p>
      {manages && (
        <AddEmbargo
          onAdd={(one) => {
            save.mutate([...all, one]);
          }}
        />
      )}
      {all.length === 0 && <p>{words.t('embargo.none')}</p>}
      <EmbargoList
        all={all}
        onRemove={
          manages
            ? (id) => {
                save.mutate(all.filter((one) => one.id !== id));
              }
            : null
        }
      />
    </section>
  );
}

function EmbargoList({ all, onRemove }: { all: readonly EmbargoView[]; onRemove: ((id: string) => void) | null }) {
  const words = useWords();
  return (
    <ul className={css.people}>
      {all.map(({ id, word, reason, topic }) => (
        <li key={id} className={css.card}>
          <div className={css.person}>
            <div>
              <h2 className={css.name}>{word}</h2>
              <p className={css.quiet}>
                {reason} · {topic === null ? words.t('embargo.every') : words.topic(topic)}
              </p>
            </div>
            {onRemove && (
              <IconButton
                icon="bin"
                label={words.t('embargo.remove', { word })}
                onClick={() => {
                  onRemove(id);
                }}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function AddEmbargo({ onAdd }: { onAdd: (one: EmbargoView) => void }) {
  const words = useWords();
  const { data: topics = [] } = useQuery(topicChoicesQuery);
  const plain = { required: true, withAsterisk: false } as const;
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const topic = textOf(data, 'topic');
        const said = { word: textOf(data, 'word').trim(), reason: textOf(data, 'reason').trim() };
        onAdd({ id: uuid(), topic: topic === '' ? null : topic, ...said });
        event.currentTarget.reset();
      }}
    >
      <TextInput
        {...plain}
        name="word"
        minLength={2}
        maxLength={80}
        label={words.t('embargo.word')}
        description={words.t('embargo.word-help')}
        inputWrapperOrder={['label', 'input', 'description']}
      />
      <TextInput {...plain} name="reason" maxLength={200} label={words.t('embargo.reason')} />
      <NativeSelect
        name="topic"
        label={words.t('embargo.topic')}
        data={[
          { value: '', label: words.t('embargo.every') },
          ...topics.map(({ id, name }) => ({ value: id, label: name[words.locale] })),
        ]}
      />
      <Button type="submit">{words.t('embargo.add')}</Button>
    </form>
  );
}
