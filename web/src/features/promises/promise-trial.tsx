import { Link } from '@tanstack/react-router';
import type { PromiseView, TrialView, TriedTicket } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import type { Words } from '../../i18n/words.js';
import own from './policies.module.css';
import css from './promises.module.css';
import { spanText } from './span-text.js';

/** Which open tickets a list of promises would change, and how. */
export function PromiseTrial({ trial }: { trial: TrialView }) {
  const words = useWords();
  return (
    <section className={css.card} aria-label={words.t('promise.trial')}>
      <h2 className={css.heading}>{words.t('promise.trial')}</h2>
      <TrialCount trial={trial} />
      <ul className={own.changes}>
        {trial.tickets.map((ticket) => (
          <Tried key={ticket.ticketId} ticket={ticket} />
        ))}
      </ul>
      {trial.count > trial.tickets.length && (
        <p className={css.quiet}>{words.t('trial.more', { count: trial.count - trial.tickets.length })}</p>
      )}
    </section>
  );
}

export function TrialCount({ trial: { count, open } }: { trial: TrialView }) {
  const words = useWords();
  return <p role="status">{words.t('promise.trial-result', { count, open })}</p>;
}

function Tried({ ticket: { ticketId, number, preview, clocks } }: { ticket: TriedTicket }) {
  const words = useWords();
  return (
    <li className={own.change}>
      <span>
        <Link to="/inbox/$view/$ticket" params={{ view: 'all', ticket: ticketId }}>
          #{number}
        </Link>{' '}
        <span className={own.preview}>{preview}</span>
      </span>
      {clocks.map(({ kind, from, to }) => (
        <span key={kind}>
          {words.t('promise.change', {
            clock: words.t(`clock.${kind}`),
            from: promiseText(words, from),
            to: promiseText(words, to),
          })}
        </span>
      ))}
    </li>
  );
}

function promiseText(words: Words, promise: PromiseView | null): string {
  if (!promise) return words.t('promise.nothing');
  const { policy, calendar, targetMinutes, dueAt } = promise;
  return words.t('promise.told', { policy, calendar, span: spanText(targetMinutes), due: words.moment(dueAt) });
}
