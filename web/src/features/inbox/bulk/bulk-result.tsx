import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BulkView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { useNow } from '../../../live/use-now.js';
import { announce } from '../../../ui/announcer.js';
import { IconButton } from '../../../ui/icon-button.js';
import css from './bulk-bar.module.css';
import { LeftTickets } from './left-tickets.js';
import { skippedText } from './skipped-text.js';

interface BulkResultProps {
  view: BulkView;
  onUndo: () => void;
  onClose: () => void;
}

/** How far an act upon many tickets has come, what was left as it was, and the way back. */
export function BulkResult({ view, onUndo, onClose }: BulkResultProps) {
  const words = useWords();
  const running = view.state === 'running' || view.state === 'undoing';
  const text = resultText(words, view);
  useEffect(() => {
    if (!running) announce(text);
  }, [running, text]);
  return (
    <div className={css.result} role="group" aria-label={words.t('bulk.label')}>
      <p className={css.words}>{text}</p>
      {running ? (
        <progress
          className={css.progress}
          max={view.total}
          value={handled(view)}
          aria-label={words.t('bulk.progress')}
        />
      ) : (
        <>
          <Left view={view} />
          <Undo view={view} onUndo={onUndo} />
          <IconButton icon="close" label={words.t('shell.close')} onClick={onClose} />
        </>
      )}
    </div>
  );
}

function Left({ view: { left } }: { view: BulkView }) {
  const words = useWords();
  const [listed, setListed] = useState(false);
  if (left.length === 0) return null;
  const done = () => {
    setListed(false);
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          setListed(true);
        }}
      >
        {words.t('bulk.left', { count: left.length })}
      </Button>
      {listed && <LeftTickets left={left} onDone={done} />}
    </>
  );
}

function Undo({ view, onUndo }: { view: BulkView; onUndo: () => void }) {
  const words = useWords();
  const now = useNow(1000);
  if (view.state !== 'done' || view.done === 0 || view.undoUntil === null) return null;
  const seconds = Math.ceil((Date.parse(view.undoUntil) - now) / 1000);
  if (seconds <= 0) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={onUndo}>
      {words.t('shell.undo')} <span className={css.seconds}>{words.t('bulk.undo-for', { seconds })}</span>
    </Button>
  );
}

function handled({ state, done, undone, skipped }: BulkView): number {
  return state === 'undoing' ? undone : done + skipped.reduce((sum, { count }) => sum + count, 0);
}

function resultText(words: Words, view: BulkView): string {
  if (view.state === 'running') return words.t('bulk.running', { done: handled(view), total: view.total });
  if (view.state === 'undoing') return words.t('bulk.undoing');
  if (view.state === 'undone') return words.t('bulk.undone', { count: view.undone });
  const done = words.t('bulk.done', { done: view.done });
  return view.skipped.length === 0 ? done : `${done} ${skippedText(words, view.skipped)}`;
}
