import type { BulkView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { usePlace } from '../place.js';
import css from './bulk-bar.module.css';

/** The tickets that an act left as they were, each with its reason. */
export function LeftTickets({ left, onDone }: { left: BulkView['left']; onDone: () => void }) {
  const words = useWords();
  const place = usePlace();
  return (
    <Dialog opened onClose={onDone} title={words.t('bulk.left.title')} closeLabel={words.t('shell.close')}>
      <ul className={css.left}>
        {left.map(({ ticketId, number, because }) => (
          <li key={ticketId}>
            <button
              type="button"
              onClick={() => {
                onDone();
                place.openTicket(ticketId);
              }}
            >
              #{number}
            </button>
            <span>{words.t(`skip.${because}`, { count: 1 })}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
