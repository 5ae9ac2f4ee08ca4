import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words-provider.js';
import { Note } from '../../ui/note.js';
import { placeText } from './rule-words.js';
import css from './rules.module.css';
import type { Trial } from './use-trial.js';

const mostShown = 100;

interface TrialProps {
  trial: Trial;
  running: boolean;
}

/** What last week's tickets would have become. */
export function TrialView({ trial, running, onStop }: TrialProps & { onStop: () => void }) {
  const words = useWords();
  return (
    <section className={css.trial} aria-label={words.t('trial.title')}>
      <h2 className={css.heading}>{words.t('trial.title')}</h2>
      <TrialSummary trial={trial} running={running} />
      {running && (
        <Button variant="default" onClick={onStop}>
          {words.t('trial.stop')}
        </Button>
      )}
      {trial.changes.length > 0 && <Changes trial={trial} />}
    </section>
  );
}

/** How far it has come, how many tickets would change, and which rules can never be reached. */
export function TrialSummary({ trial, running }: TrialProps) {
  const words = useWords();
  const { total, looked, changes, shadowed, done } = trial;
  return (
    <div className={css.parts}>
      {running && <progress className={css.progress} max={total} value={looked} aria-label={words.t('trial.title')} />}
      <p role="status">{words.t(done ? 'trial.result' : 'trial.so-far', { count: changes.length, looked, total })}</p>
      {shadowed.length > 0 && (
        <Note tone="soon" title={words.t('trial.order')}>
          <ul className={css.plain}>
            {shadowed.map(({ ruleId, byId }) => (
              <li key={ruleId}>
                {words.t('trial.shadowed', { name: nameOf(trial, ruleId), by: nameOf(trial, byId) })}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}

function nameOf({ rules }: Trial, id: string): string {
  return rules.find((rule) => rule.id === id)?.name ?? '';
}

function Changes({ trial: { changes } }: { trial: Trial }) {
  const words = useWords();
  return (
    <>
      <div className={css.frame}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{words.t('trial.ticket')}</th>
              <th scope="col">{words.t('trial.from')}</th>
              <th scope="col">{words.t('trial.to')}</th>
              <th scope="col">{words.t('trial.by')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, mostShown).map(({ ticketId, number, preview, from, to, by }) => (
              <tr key={ticketId}>
                <th scope="row">
                  <Link to="/inbox/$view/$ticket" params={{ view: 'all', ticket: ticketId }}>
                    #{number}
                  </Link>
                  <span className={css.preview}>{preview}</span>
                </th>
                <td data-name={words.t('trial.from')}>{placeText(words, from)}</td>
                <td data-name={words.t('trial.to')}>{placeText(words, to)}</td>
                <td data-name={words.t('trial.by')}>
                  {by.length === 0 ? words.t('trial.no-rule') : by.map(({ name }) => name).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length > mostShown && (
        <p className={css.quiet}>{words.t('trial.more', { count: changes.length - mostShown })}</p>
      )}
    </>
  );
}
