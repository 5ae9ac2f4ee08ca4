import { useId, useState } from 'react';
import type { HistoryLine } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { historyText } from './history-words.js';
import css from './history-lines.module.css';

/** What happened to the ticket: a burst is one line until it is asked for. */
export function HistoryLines({ lines }: { lines: readonly HistoryLine[] }) {
  const [only] = lines;
  if (lines.length > 1 || !only) return <Burst lines={lines} />;
  return (
    <p className={css.line}>
      <Line line={only} />
    </p>
  );
}

function Burst({ lines }: { lines: readonly HistoryLine[] }) {
  const words = useWords();
  const [opened, setOpened] = useState(false);
  const list = useId();
  return (
    <div className={css.burst}>
      <button
        type="button"
        className={css.toggle}
        aria-expanded={opened}
        aria-controls={opened ? list : undefined}
        onClick={() => {
          setOpened(!opened);
        }}
      >
        <Icon name={opened ? 'up' : 'down'} size={14} />
        {words.t('history.count', { count: lines.length })}
        <span className={css.last}>
          <LastLine lines={lines} />
        </span>
      </button>
      {opened && (
        <ul id={list} className={css.list}>
          {lines.map((line) => (
            <li key={line.id} className={css.line}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function LastLine({ lines }: { lines: readonly HistoryLine[] }) {
  const words = useWords();
  const last = lines.at(-1);
  return last ? historyText(words, last) : null;
}

function Line({ line }: { line: HistoryLine }) {
  const words = useWords();
  return (
    <>
      <time dateTime={line.at} title={words.moment(line.at)}>
        {words.time(line.at)}
      </time>
      <span>{historyText(words, line)}</span>
    </>
  );
}
