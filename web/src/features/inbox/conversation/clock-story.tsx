import type { ClockLine, ClockView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { useNowFor } from '../badges/use-row-now.js';
import { leftOf, resumesAt } from './clock-left.js';
import css from './clocks-popover.module.css';

/** One promise, in words: how it stands, who made it, and everything that happened to it. */
export function Clock({ clock }: { clock: ClockView }) {
  const words = useWords();
  const running = clock.state === 'running' && clock.pausedAt === null;
  const now = useNowFor(running ? clock.dueAt : null);
  const late = clock.state === 'late' || (running && Date.parse(clock.dueAt) <= now);
  return (
    <li className={css.clock} data-tone={late ? 'late' : clock.pausedAt === null ? clock.state : 'paused'}>
      <p className={css.head}>
        <strong>{words.t(`clock.${clock.kind}`)}</strong>
        <span>{verdict(words, clock, now)}</span>
      </p>
      <p className={css.story}>
        {words.t('clocks.story', { start: words.moment(clock.startedAt), due: words.moment(clock.dueAt) })}
      </p>
      <p className={css.story}>
        {words.t('clocks.policy', {
          policy: clock.policy,
          calendar: clock.calendar,
          target: words.span(clock.targetMinutes * 60_000),
        })}
      </p>
      <Ledger lines={clock.ledger} />
    </li>
  );
}

/** Its start is in the story already. */
function Ledger({ lines }: { lines: readonly ClockLine[] }) {
  const words = useWords();
  const told = lines.filter(({ event }) => event !== 'started');
  if (told.length === 0) return null;
  return (
    <ol className={css.ledger}>
      {told.map((line, index) => (
        <li key={`${line.at}-${String(index)}`}>
          {words.moment(line.at)} · {words.t(`ledger.${line.event}`)}
        </li>
      ))}
    </ol>
  );
}

function verdict(words: Words, clock: ClockView, now: number): string {
  switch (clock.state) {
    case 'running':
      return goingOn(words, clock, now);
    case 'met':
      return words.t('clocks.met', { at: clock.stoppedAt === null ? '' : words.moment(clock.stoppedAt) });
    case 'late':
      return words.t('clocks.late', {
        span: words.span(Date.parse(clock.stoppedAt ?? clock.dueAt) - Date.parse(clock.dueAt)),
      });
    case 'cancelled':
      return words.t('clocks.cancelled');
  }
}

/** Never a running number for a clock that stands still. */
function goingOn(words: Words, clock: ClockView, now: number): string {
  if (clock.pausedFor !== null) return words.t(`clocks.paused.${clock.pausedFor}`);
  const due = Date.parse(clock.dueAt);
  if (due <= now) return words.t('clocks.over', { span: words.span(now - due) });
  const resumes = resumesAt(clock, now);
  if (resumes !== null) return words.t('clocks.resumes', { at: words.moment(resumes) });
  return words.t('clocks.left', { span: words.span(clock.spans.length === 0 ? due - now : leftOf(clock, now)) });
}
