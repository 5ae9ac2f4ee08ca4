import type { MessageView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import css from './split-bar.module.css';
import { togglePicked, usePicked } from './picked-messages.js';

/** Chooses a message while some are being parted from the ticket. */
export function PickBox({ message, label }: { message: MessageView; label: string }) {
  const words = useWords();
  const picked = usePicked(message.ticketId);
  if (!picked) return null;
  return (
    <input
      type="checkbox"
      className={css.box}
      aria-label={words.t('split.pick', { message: label })}
      checked={picked.has(message.id)}
      onChange={() => {
        togglePicked(message.id);
      }}
    />
  );
}
