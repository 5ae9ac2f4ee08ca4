import { useState } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { serverTime } from '../../../live/server-now.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { isPutOff } from './is-put-off.js';
import { KeyedChoices } from './keyed-choices.js';
import { MomentForm } from './moment-form.js';
import { putOffTimes, timeOf } from './put-off-times.js';
import type { PutOff } from './use-put-off.js';

const others = ['internal', 'third_party', 'date'] as const;
const back = ['resume'] as const;
type Choice = (typeof putOffTimes)[number] | (typeof others)[number] | (typeof back)[number];

interface PutOffDialogProps {
  row: TicketRow;
  onDone: () => void;
  putOff: PutOff;
}

/** Until when, or for whom: one key each; a date may be chosen as well. What is put off can be taken up again. */
export function PutOffDialog({ row, onDone, putOff }: PutOffDialogProps) {
  const words = useWords();
  const [now] = useState(() => serverTime.now());
  const [asksDate, setAsksDate] = useState(false);
  const times = putOffTimes.filter((one) => timeOf(one, now) !== null);
  const choose = (choice: Choice) => {
    if (choice === 'date') {
      setAsksDate(true);
      return;
    }
    onDone();
    if (choice === 'resume') putOff.resume(row);
    else if (choice === 'internal' || choice === 'third_party') putOff.waitFor(row, choice);
    else putOff.until(row, timeOf(choice, now) ?? new Date(now));
  };
  const title = words.t('put-off.title', { number: String(row.number), name: row.person.name });
  return (
    <Dialog opened onClose={onDone} title={title} closeLabel={words.t('shell.close')} size="sm">
      {asksDate ? (
        <MomentForm
          label={words.t('put-off.at')}
          submit={words.t('put-off.submit')}
          onChosen={(at) => {
            onDone();
            putOff.until(row, at);
          }}
        />
      ) : (
        <KeyedChoices
          choices={[...(isPutOff(row) ? back : []), ...times, ...others].map((value) => ({
            value,
            label: `put-off.${value}` as const,
            key: `put-off.${value}.key` as const,
          }))}
          onChoose={choose}
        />
      )}
    </Dialog>
  );
}
