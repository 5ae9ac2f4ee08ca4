import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Topic, TopicTrialView } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { routing } from '../../api/routing.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form } from '../../ui/form.js';
import css from './rules.module.css';

/** What a message would be taken for by the topics as they stand on the screen, and by which of its words. */
export function TryText({ topics }: { topics: readonly Topic[] }) {
  const words = useWords();
  const [text, setText] = useState('');
  const tried = useMutation({ mutationFn: () => routing.tryText(text, topics) });
  return (
    <section className={css.trial} aria-label={words.t('topics.try-title')}>
      <h2 className={css.heading}>{words.t('topics.try-title')}</h2>
      <Form
        onSubmit={() => {
          tried.mutate();
        }}
      >
        <Textarea
          label={words.t('topics.try-label')}
          rows={2}
          required
          withAsterisk={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <div>
          <BusyButton type="submit" variant="default" busy={tried.isPending}>
            {words.t('rules.try')}
          </BusyButton>
        </div>
      </Form>
      <RefusalNote error={tried.error} />
      <div role="status">{tried.data && <Taken trial={tried.data} topics={topics} />}</div>
    </section>
  );
}

function Taken({ trial, topics }: { trial: TopicTrialView; topics: readonly Topic[] }) {
  const words = useWords();
  const nameOf = (id: string) => topics.find((topic) => topic.id === id)?.name[words.locale] ?? id;
  const { topic, confidence, lane, weighed, urgency, sentiment } = trial;
  const facts = [
    words.t(`lane.${lane}`),
    ...(trial.language === null ? [] : [words.language(trial.language)]),
    words.t(`urgency.${urgency}`),
    words.t(`sentiment.${sentiment}`),
    ...(trial.thanks ? [words.t('topics.only-thanks')] : []),
  ];
  return (
    <div className={css.parts}>
      <p>
        <strong>{topic === null ? words.t('why.no-topic') : nameOf(topic)}</strong>{' '}
        {topic !== null && words.t('why.confidence', { share: words.percent(confidence) })}
      </p>
      <p className={css.effects}>
        {facts.map((fact) => (
          <span key={fact} className={css.effect}>
            {fact}
          </span>
        ))}
      </p>
      <ul className={css.plain}>
        {weighed.map((one) => (
          <li key={one.topic}>
            {nameOf(one.topic)} <span className={css.quiet}>— {one.words.join(', ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
