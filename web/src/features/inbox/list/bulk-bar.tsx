import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Outcome, TicketRow } from '../../../../../src/contract/index.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { IconButton } from '../../../ui/icon-button.js';
import { toast } from '../../../ui/toasts.js';
import { useMe } from '../../../api/use-me.js';
import css from './bulk-bar.module.css';

interface BulkBarProps {
  rows: readonly TicketRow[];
  checked: ReadonlySet<string>;
  onClear: () => void;
}

interface Counted {
  done: number;
  refused: number;
}

/** One after the other, so that a refusal of one stops none of the others. */
async function forEach(picked: readonly TicketRow[], act: (row: TicketRow) => Promise<unknown>): Promise<Counted> {
  const counted: Counted = { done: 0, refused: 0 };
  for (const row of picked) {
    await act(row).then(
      () => (counted.done += 1),
      () => (counted.refused += 1),
    );
  }
  return counted;
}

/** What can be done to all picked rows at once; says beforehand how many it will touch. */
export function BulkBar({ rows, checked, onClear }: BulkBarProps) {
  const words = useWords();
  const { agent } = useMe();
  const [busy, setBusy] = useState(false);
  if (checked.size === 0) return null;
  const picked = rows.filter(({ id }) => checked.has(id));
  const open = picked.filter(({ state }) => state !== 'closed');
  const notMine = open.filter(({ owner }) => owner?.id !== agent.id);
  const run = async (on: readonly TicketRow[], act: (row: TicketRow) => Promise<unknown>) => {
    setBusy(true);
    const { done, refused } = await forEach(on, act);
    setBusy(false);
    onClear();
    toast({ text: words.t('bulk.done', { done, refused }), tone: refused > 0 ? 'late' : 'ok' });
  };
  const closeAs = (outcome: Outcome) => run(open, (row) => tickets.close(row.id, { outcome }));
  return (
    <div className={css.bar} role="toolbar" aria-label={words.t('bulk.label')}>
      <span className={css.count}>{words.t('bulk.picked', { count: checked.size })}</span>
      <Button
        variant="default"
        disabled={busy || notMine.length === 0}
        onClick={() => void run(notMine, (row) => tickets.take(row.id))}
      >
        {words.t('bulk.take', { count: notMine.length })}
      </Button>
      <Button variant="default" disabled={busy || open.length === 0} onClick={() => void closeAs('resolved')}>
        {words.t('bulk.close', { count: open.length })}
      </Button>
      <IconButton icon="close" label={words.t('bulk.clear')} onClick={onClear} />
    </div>
  );
}
