import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { KeyedChoices } from './keyed-choices.js';
import css from './put-off-late-dialog.module.css';
import type { Question } from './question.js';
import type { PutOff } from './use-put-off.js';

interface PutOffLateDialogProps {
  question: Extract<Question, { what: 'put-off-late' }>;
  onAsk: (question: Question) => void;
  onDone: () => void;
  putOff: PutOff;
}

const answers = ['other', 'all-the-same'] as const;

/** Beyond what the customer was promised: whoever answers for the promise says whether it may be broken. */
export function PutOffLateDialog({ question, onAsk, onDone, putOff }: PutOffLateDialogProps) {
  const words = useWords();
  const { row, at, dueAt } = question;
  return (
    <Dialog
      opened
      onClose={onDone}
      title={words.t('put-off.title', { number: String(row.number), name: row.person.name })}
      closeLabel={words.t('shell.close')}
      size="sm"
    >
      <p className={css.why}>
        {words.t('put-off.late', { due: words.moment(dueAt), until: words.moment(at.toISOString()) })}
      </p>
      <KeyedChoices
        choices={answers.map((value) => ({
          value,
          label: `put-off.late.${value}` as const,
          key: `put-off.late.${value}.key` as const,
        }))}
        onChoose={(answer) => {
          onDone();
          if (answer === 'other') onAsk({ what: 'put-off', row });
          else putOff.until(row, at, true);
        }}
      />
    </Dialog>
  );
}
