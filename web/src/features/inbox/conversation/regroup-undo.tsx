import { Button } from '@mantine/core';
import type { TicketLink } from '../../../../../src/contract/index.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { serverTime } from '../../../live/server-now.js';
import { useRun } from '../acts/use-run.js';

interface RegroupUndoProps {
  /** The ticket whose link it is. */
  ticketId: string;
  link: TicketLink;
}

/** Parts what was merged, or merges what was split, as long as that is possible. */
export function RegroupUndo({ ticketId, link }: RegroupUndoProps) {
  const words = useWords();
  const run = useRun();
  if (Date.parse(link.undoUntil) <= serverTime.now()) return null;
  const undo = () => {
    if (link.kind === 'merged-into') return tickets.undoMerge(ticketId);
    if (link.kind === 'merged-from') return tickets.undoMerge(link.ticketId);
    return tickets.undoSplit(link.kind === 'split-from' ? ticketId : link.ticketId);
  };
  const merged = link.kind === 'merged-into' || link.kind === 'merged-from';
  return (
    <Button
      size="compact-xs"
      variant="default"
      title={words.t('regroup.undo-until', { at: words.moment(link.undoUntil) })}
      onClick={() => void run(undo(), { text: words.t(merged ? 'done.unmerged' : 'done.unsplit') })}
    >
      {words.t('shell.undo')}
    </Button>
  );
}
