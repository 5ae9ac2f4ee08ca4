import { Link } from '@tanstack/react-router';
import { withExpert, type AskView } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import type { Words } from '../../i18n/words.js';
import { AskActs } from './ask-acts.js';
import css from './experts.module.css';

/** A question, whose turn it is, until when, and what can be done about it. */
export function AskCard({ ask }: { ask: AskView }) {
  const words = useWords();
  const isRunning = withExpert.includes(ask.state);
  return (
    <article className={css.card} aria-label={ask.question}>
      <p className={css.line}>
        <span className={css.state} data-state={ask.state}>
          {stateWords(words, ask)}
        </span>
        {isRunning && (
          <span className={css.due} data-warned={ask.warned}>
            {words.t('ask.due', { due: words.moment(ask.dueAt) })}
            {ask.warned && ` · ${words.t('ask.warned')}`}
          </span>
        )}
      </p>
      <p className={css.question}>{ask.question}</p>
      <p className={css.quiet}>
        {ask.expert.name} · {words.t(`ask-mode.${ask.mode}`)}
        {ask.topic !== null && ` · ${words.topic(ask.topic)}`}
      </p>
      <p className={css.quiet}>
        {words.t('ask.by', { name: ask.asker.name })} · {words.moment(ask.at)} · <TicketLink ask={ask} />
      </p>
      <Written ask={ask} />
      <AskActs ask={ask} />
    </article>
  );
}

/** What was written so far, and what the coach thinks of it. */
function Written({ ask: { answer, draft, advice } }: { ask: AskView }) {
  const words = useWords();
  const written = answer ?? draft ?? '';
  return (
    <>
      {written !== '' && (
        <blockquote className={css.written}>
          <span className={css.quiet}>{words.t(answer === null ? 'ask.draft' : 'ask.answer')}</span>
          {written}
        </blockquote>
      )}
      {advice !== null && (
        <p className={css.advice}>
          <strong>{words.t('ask.advice')}</strong> · {advice}
        </p>
      )}
    </>
  );
}

function stateWords(words: Words, { state, laterUntil }: AskView): string {
  return words.t(`ask-state.${state}`, { until: laterUntil === null ? '…' : words.moment(laterUntil) });
}

/** An expert sees the question, not the ticket: there is nothing for them behind its number. */
function TicketLink({ ask }: { ask: AskView }) {
  const words = useWords();
  const { agent } = useMe();
  const number = words.t('ask.ticket', { number: `#${String(ask.ticketNumber)}` });
  if (agent.id === ask.expert.id && agent.role === 'expert') return number;
  return (
    <Link to="/inbox/$view/$ticket" params={{ view: 'all', ticket: ask.ticketId }}>
      {number}
    </Link>
  );
}
