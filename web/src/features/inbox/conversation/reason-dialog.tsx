import { charterReasons, type CharterReason, type MessageView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { KeyedChoices } from '../acts/keyed-choices.js';
import css from './moderate-menu.module.css';

interface ReasonDialogProps {
  act: 'hide' | 'delete';
  message: MessageView;
  onDone: () => void;
  onReason: (reason: CharterReason) => void;
}

/** What the act does, and which point of the charter it goes by: one key each. */
export function ReasonDialog({ act, message, onDone, onReason }: ReasonDialogProps) {
  const words = useWords();
  return (
    <Dialog
      opened
      onClose={onDone}
      title={words.t(`moderate.${act}.title`)}
      closeLabel={words.t('shell.close')}
      size="sm"
    >
      <blockquote className={css.quote}>
        <strong>{message.author.name}</strong> {message.text}
      </blockquote>
      <p className={css.effect}>{words.t(`moderate.${act}.effect`)}</p>
      <KeyedChoices
        choices={charterReasons.map((value) => ({
          value,
          label: `charter.${value}` as const,
          key: `charter.${value}.key` as const,
        }))}
        onChoose={(reason) => {
          onDone();
          onReason(reason);
        }}
      />
    </Dialog>
  );
}
