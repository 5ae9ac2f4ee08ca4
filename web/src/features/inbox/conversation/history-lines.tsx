import { useId, useState } from 'react';
import type { Conversation, HistoryLine } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { historyText } from './history-words.js';
import { RegroupUndo } from './regroup-undo.js';
import css from './history-lines.module.css';

/** What happened to the ticket: a burst is one line until it is asked for. */
interface LinesProps {
  lines: readonly HistoryLine[];
  screen: Conversation;
}

export function HistoryLines({ lines, screen }: LinesProps) {
  const [only] = lines;
  if (lines.length > 1 || !only) return <Burst lines={lines} screen={screen} />;
  return (
    <p className={css.line}>
      <Line line={only} screen={screen} />
    </p>
  );
}

function Burst({ lines, screen }: LinesProps) {
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
              <Line line={line} screen={screen} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function LastLine({ lines }: Pick<LinesProps, 'lines'>) {
  const words = useWords();
  const last = lines.at(-1);
  return last ? historyText(words, last) : null;
}

const regroups: readonly string[] = ['merged', 'merged-into', 'split', 'split-from'];

function Line({ line, screen }: { line: HistoryLine; screen: Conversation }) {
  const words = useWords();
  const link = regroups.includes(line.code)
    ? screen.links.find(({ ticketId }) => ticketId === line.facts['ticketId'])
    : undefined;
  return (
    <>
      <time dateTime={line.at} title={words.moment(line.at)}>
        {words.time(line.at)}
      </time>
      <span>{historyText(words, line)}</span>
      {link && <RegroupUndo ticketId={screen.ticket.id} link={link} />}
    </>
  );
}
