import { useState } from 'react';
import type { AskPage } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Note } from '../../../ui/note.js';
import { AnswerEditor } from './answer-editor.js';
import { AskFrame } from './ask-frame.js';
import { FirstWordButtons } from './first-word.js';
import css from './phone.module.css';
import { TheQuestion } from './the-question.js';

/** What is asked, and what can be done about it as things stand. */
export function AskView({ page }: { page: AskPage }) {
  const words = useWords();
  const [passed, setPassed] = useState(false);
  if (passed) {
    return (
      <AskFrame title={words.t('answer.title')}>
        <Note tone="ok">{words.t('answer.done.passed')}</Note>
      </AskFrame>
    );
  }
  return (
    <AskFrame title={words.t('answer.title')}>
      <TheQuestion page={page} />
      <Next
        page={page}
        onPassed={() => {
          setPassed(true);
        }}
      />
    </AskFrame>
  );
}

function Next({ page, onPassed }: { page: AskPage; onPassed: () => void }) {
  const { ask } = page;
  switch (ask.state) {
    case 'asked':
    case 'later':
      return <FirstWordButtons page={page} onPassed={onPassed} />;
    case 'accepted':
    case 'drafted':
    case 'returned':
      return <AnswerEditor key={ask.id} page={page} />;
    default:
      return <Done page={page} state={ask.state} />;
  }
}

type Over = Exclude<AskPage['ask']['state'], 'asked' | 'later' | 'accepted' | 'drafted' | 'returned'>;

function Done({ page: { ask }, state }: { page: AskPage; state: Over }) {
  const words = useWords();
  const text = ask.answer ?? ask.draft;
  return (
    <>
      <Note tone={state === 'expired' || state === 'withdrawn' ? 'plain' : 'ok'}>
        {words.t(`answer.done.${state}`)}
      </Note>
      {text !== null && <blockquote className={css.answer}>{text}</blockquote>}
      {state === 'taken' && <a href={`/inbox/todo/${ask.ticketId}`}>{words.t('answer.to-relais')}</a>}
    </>
  );
}
