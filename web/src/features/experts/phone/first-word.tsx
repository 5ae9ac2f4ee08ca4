import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AskPage } from '../../../../../src/contract/index.js';
import { askPageQuery, askPages, type FirstWord } from '../../../api/experts.js';
import { RefusalNote } from '../../../api/refusal-note.js';
import { useWords } from '../../../i18n/words-provider.js';
import { serverTime } from '../../../live/server-now.js';
import { BusyButton } from '../../../ui/busy-button.js';
import { Note } from '../../../ui/note.js';
import { Step } from '../../../ui/step.js';
import { laterTimes } from './later-times.js';
import css from './phone.module.css';

interface FirstWordProps {
  page: AskPage;
  onPassed: () => void;
}

type More = 'later' | 'not-me';

/** I answer, later, not me: one touch each, and the second two ask one thing more. */
export function FirstWordButtons({ page, onPassed }: FirstWordProps) {
  const words = useWords();
  const [asking, setAsking] = useState<More | null>(null);
  const { ask } = page;
  const say = useFirstWord(ask.id, (word) => {
    setAsking(null);
    if (word.as === 'not-me') onPassed();
  });
  const toggle = (what: More) => () => {
    setAsking(asking === what ? null : what);
  };
  return (
    <section className={css.word}>
      {ask.laterUntil && (
        <Note tone="plain">{words.t('answer.done.later', { until: words.moment(ask.laterUntil) })}</Note>
      )}
      <RefusalNote error={say.error} />
      <div className={css.buttons}>
        <BusyButton
          size="lg"
          busy={say.isPending}
          onClick={() => {
            say.mutate({ as: 'accept' });
          }}
        >
          {words.t(ask.mode === 'takeover' ? 'answer.accept-takeover' : 'answer.accept')}
        </BusyButton>
        {(['later', 'not-me'] as const).map((what) => (
          <Button key={what} size="lg" variant="default" aria-expanded={asking === what} onClick={toggle(what)}>
            {words.t(`answer.${what}`)}
          </Button>
        ))}
      </div>
      {asking === 'later' && <Later dueAt={ask.dueAt} onSay={say.mutate} />}
      {asking === 'not-me' && <NotMe others={page.others} onSay={say.mutate} />}
    </section>
  );
}

function useFirstWord(askId: string, onSaid: (word: FirstWord) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (word: FirstWord) => askPages.word(askId, word),
    onSuccess: (_nothing, word) => {
      onSaid(word);
      // Who has passed it on has no page any more.
      if (word.as !== 'not-me') void cache.invalidateQueries(askPageQuery(askId));
    },
  });
}

function Later({ dueAt, onSay }: { dueAt: string; onSay: (word: FirstWord) => void }) {
  const words = useWords();
  const [times] = useState(() => laterTimes(serverTime.now(), Date.parse(dueAt)));
  const [until, setUntil] = useState(times[0] ?? '');
  if (times.length === 0) return <Note tone="soon">{words.t('answer.later-none')}</Note>;
  return (
    <OneThingMore
      act={words.t('answer.later-do')}
      onDo={() => {
        onSay({ as: 'later', until });
      }}
    >
      <NativeSelect
        size="md"
        label={words.t('answer.later-when')}
        value={until}
        data={times.map((at) => ({ value: at, label: words.moment(at) }))}
        onChange={(event) => {
          setUntil(event.currentTarget.value);
        }}
      />
    </OneThingMore>
  );
}

function NotMe({ others, onSay }: { others: AskPage['others']; onSay: (word: FirstWord) => void }) {
  const words = useWords();
  const [who, setWho] = useState('');
  const people = others.map(({ id, name, signature }) => ({ value: id, label: `${name} · ${signature}` }));
  return (
    <OneThingMore
      act={words.t('answer.not-me-do')}
      onDo={() => {
        onSay({ as: 'not-me', expertId: who === '' ? null : who });
      }}
    >
      <NativeSelect
        size="md"
        label={words.t('answer.not-me-who')}
        value={who}
        data={[{ value: '', label: words.t('answer.not-me-nobody') }, ...people]}
        onChange={(event) => {
          setWho(event.currentTarget.value);
        }}
      />
    </OneThingMore>
  );
}

function OneThingMore({ act, onDo, children }: { act: string; onDo: () => void; children: ReactNode }) {
  return (
    <Step>
      <div className={css.more}>
        {children}
        <Button size="md" onClick={onDo}>
          {act}
        </Button>
      </div>
    </Step>
  );
}
