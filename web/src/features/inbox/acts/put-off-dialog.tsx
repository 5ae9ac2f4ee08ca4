import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { serverTime } from '../../../live/server-now.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form, FormActs } from '../../../ui/form.js';
import { textOf } from '../../../ui/text-of.js';
import { KeyedChoices } from './keyed-choices.js';
import { fieldValue, putOffTimes, timeOf } from './put-off-times.js';
import type { PutOff } from './use-put-off.js';

const others = ['internal', 'third_party', 'date'] as const;

interface PutOffDialogProps {
  row: TicketRow;
  onDone: () => void;
  putOff: PutOff;
}

/** Until when, or for whom: one key each; a date may be chosen as well. */
export function PutOffDialog({ row, onDone, putOff }: PutOffDialogProps) {
  const words = useWords();
  const [now] = useState(() => serverTime.now());
  const [asksDate, setAsksDate] = useState(false);
  const times = putOffTimes.filter((one) => timeOf(one, now) !== null);
  const choose = (choice: (typeof putOffTimes)[number] | (typeof others)[number]) => {
    if (choice === 'date') {
      setAsksDate(true);
      return;
    }
    onDone();
    if (choice === 'internal' || choice === 'third_party') putOff.waitFor(row, choice);
    else putOff.until(row, timeOf(choice, now) ?? new Date(now));
  };
  const title = words.t('put-off.title', { number: String(row.number), name: row.person.name });
  return (
    <Dialog opened onClose={onDone} title={title} closeLabel={words.t('shell.close')} size="sm">
      {asksDate ? (
        <ChosenDate
          now={now}
          onChosen={(at) => {
            onDone();
            putOff.until(row, at);
          }}
        />
      ) : (
        <KeyedChoices
          choices={[...times, ...others].map((value) => ({
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

function ChosenDate({ now, onChosen }: { now: number; onChosen: (at: Date) => void }) {
  const words = useWords();
  const tomorrow = timeOf('tomorrow', now) ?? new Date(now);
  return (
    <Form
      onSubmit={(data) => {
        const at = new Date(textOf(data, 'at'));
        if (!Number.isNaN(at.getTime())) onChosen(at);
      }}
    >
      <TextInput
        name="at"
        type="datetime-local"
        required
        withAsterisk={false}
        data-autofocus
        label={words.t('put-off.at')}
        defaultValue={fieldValue(tomorrow)}
        min={fieldValue(new Date(now))}
      />
      <FormActs>
        <Button type="submit">{words.t('put-off.submit')}</Button>
      </FormActs>
    </Form>
  );
}
