import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, type ExpertView } from '../../../../src/contract/index.js';
import { expertsQuery } from '../../api/experts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { ExpertDialog } from './expert-dialog.js';
import css from './experts.module.css';

type Edited = ExpertView | 'new' | null;

/** Who can be asked what, how often, and how far they are trusted. */
export function Registry() {
  const words = useWords();
  const { agent } = useMe();
  const { data: experts, error } = useQuery(expertsQuery);
  const [edited, setEdited] = useState<Edited>(null);
  const manages = may(agent, 'experts.manage').ok;
  const close = () => {
    setEdited(null);
  };
  return (
    <section className={css.column} aria-label={words.t('experts.tab.registry')}>
      <RefusalNote error={error} />
      {!experts && !error && <Skeleton height={160} radius={10} />}
      {experts?.length === 0 && (
        <EmptyState icon="people" title={words.t('registry.empty')} text={words.t('registry.lead')} />
      )}
      {manages && <AddExpert onAdd={setEdited} />}
      <ul className={css.people}>
        {experts?.map((expert) => (
          <Person
            key={expert.agent.id}
            expert={expert}
            onEdit={manages || expert.agent.id === agent.id ? setEdited : null}
          />
        ))}
      </ul>
      {edited && <ExpertDialog expert={edited === 'new' ? null : edited} onClose={close} />}
    </section>
  );
}

function AddExpert({ onAdd }: { onAdd: (what: 'new') => void }) {
  const words = useWords();
  return (
    <div>
      <Button
        leftSection={<Icon name="plus" />}
        onClick={() => {
          onAdd('new');
        }}
      >
        {words.t('registry.add')}
      </Button>
    </div>
  );
}

function Person({ expert, onEdit }: { expert: ExpertView; onEdit: ((expert: ExpertView) => void) | null }) {
  const words = useWords();
  const { agent } = expert;
  return (
    <li className={css.card}>
      <div className={css.person}>
        <div>
          <h2 className={css.name}>{agent.name}</h2>
          <p className={css.quiet}>{expert.signature}</p>
        </div>
        {onEdit && (
          <IconButton
            icon="pencil"
            label={words.t('registry.edit', { name: agent.name })}
            onClick={() => {
              onEdit(expert);
            }}
          />
        )}
      </div>
      <Knowledge expert={expert} />
    </li>
  );
}

function Knowledge({ expert }: { expert: ExpertView }) {
  const words = useWords();
  const { topics, active, consentAt, languages, usedThisWeek: used, weeklyQuota: quota } = expert;
  const facts = [
    ...(active ? [] : [words.t('registry.away')]),
    words.t('registry.used', { used, quota }),
    words.t('registry.answered', { count: expert.answered }),
    words.list(languages.map((tag) => words.language(tag))),
  ];
  return (
    <>
      <p className={css.topics}>
        {Object.entries(topics).map(([topic, level]) => (
          <span key={topic} className={css.topic}>
            {words.topic(topic)} · {level}
          </span>
        ))}
      </p>
      <p className={css.quiet}>{facts.join(' · ')}</p>
      <p className={css.quiet}>
        {words.t('registry.autonomy')} : {words.t(`autonomy.${expert.autonomy}`)} ·{' '}
        {words.t(consentAt === null ? 'registry.not-consented' : 'registry.consented')}
      </p>
    </>
  );
}
