import { Button } from '@mantine/core';
import type { Conversation } from '../../../../../src/contract/index.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { useRun } from '../acts/use-run.js';
import { Icon } from '../../../ui/icon.js';
import { toast } from '../../../ui/toasts.js';
import { stopPicking, usePicked } from './picked-messages.js';
import css from './split-bar.module.css';

/** What was chosen to become a ticket of its own, and what stays. */
export function SplitBar({ screen }: { screen: Conversation }) {
  const words = useWords();
  const split = useSplit(screen.ticket.id);
  const picked = usePicked(screen.ticket.id);
  if (!picked) return null;
  const chosen = screen.messages.filter(({ id }) => picked.has(id));
  const first = chosen[0];
  return (
    <div className={css.bar} role="group" aria-label={words.t('split.label')}>
      <Icon name="split" size={16} />
      <span className={css.text} role="status">
        {first
          ? words.t('split.chosen', {
              count: chosen.length,
              stay: screen.messages.length + screen.olderMessages - chosen.length,
              at: words.moment(first.at),
            })
          : words.t('split.choose')}
      </span>
      <Button
        size="compact-sm"
        disabled={!first}
        onClick={() => {
          split(chosen.map(({ id }) => id));
        }}
      >
        {words.t('split.do')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={stopPicking}>
        {words.t('shell.cancel')}
      </Button>
    </div>
  );
}

function useSplit(ticketId: string): (messageIds: readonly string[]) => void {
  const words = useWords();
  const run = useRun();
  return (messageIds) => {
    stopPicking();
    const made = tickets.split(ticketId, messageIds);
    void run(made, null).then(async (done) => {
      if (!done) return;
      const { id, number } = await made;
      const undo = () => {
        void run(tickets.undoSplit(id), { text: words.t('done.unsplit') });
      };
      toast({
        text: words.t('done.split', { number: String(number) }),
        act: { label: words.t('shell.undo'), run: undo },
      });
    });
  };
}
