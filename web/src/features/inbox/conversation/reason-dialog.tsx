import { charterReasons, type CharterReason } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { KeyedChoices } from '../acts/keyed-choices.js';
import css from './moderate-menu.module.css';

interface ReasonDialogProps {
  act: 'hide' | 'delete';
  onDone: () => void;
  onReason: (reason: CharterReason) => void;
}

/** What the act does, and which point of the charter it goes by: one key each. */
export function ReasonDialog({ act, onDone, onReason }: ReasonDialogProps) {
  const words = useWords();
  return (
    <Dialog
      opened
      onClose={onDone}
      title={words.t(`moderate.${act}.title`)}
      closeLabel={words.t('shell.close')}
      size="sm"
    >
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
