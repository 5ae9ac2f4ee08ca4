import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OpenRange, SpecialDay } from '../../../../src/contract/index.js';
import { useNow } from '../../live/use-now.js';
import { useWords } from '../../i18n/words-provider.js';
import { Choices } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import css from './promises.module.css';
import { RangeFields } from './range-fields.js';
import { dateAfter, tidy, todayIn } from './wall-time.js';

interface DayDialogProps {
  /** Null for a new one. */
  day: SpecialDay | null;
  known: readonly SpecialDay[];
  zone: string;
  onChange: (days: readonly SpecialDay[]) => void;
  onClose: () => void;
}

const minute = 60_000;
const morning: OpenRange = { from: 9 * 60, to: 12 * 60 };
const kinds = ['closed', 'open'] as const;

/** One date that is not like its weekday: closed, or open at other hours. */
export function DayDialog({ day: before, known, zone, onChange, onClose }: DayDialogProps) {
  const words = useWords();
  const tomorrow = dateAfter(todayIn(zone, useNow(minute)), 1);
  const [day, setDay] = useState<SpecialDay>(before ?? { date: tomorrow, name: '', ranges: [] });
  const twice = known.some(({ date }) => date === day.date && date !== before?.date);
  const keep = () => {
    if (twice) return;
    const others = known.filter(({ date }) => date !== before?.date);
    const kept = { ...day, name: day.name.trim(), ranges: tidy(day.ranges) };
    onChange([...others, kept].toSorted((a, b) => (a.date < b.date ? -1 : 1)));
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.t(before ? 'cal.change-day' : 'cal.add-day')}
      closeLabel={words.t('shell.close')}
    >
      <Form onSubmit={keep}>
        <DateAndName day={day} twice={twice} onChange={setDay} />
        <Opening day={day} onChange={setDay} />
        <FormActs>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <Button type="submit">{words.t('rule.keep')}</Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

interface PartProps {
  day: SpecialDay;
  onChange: (day: SpecialDay) => void;
}

function DateAndName({ day, twice, onChange }: PartProps & { twice: boolean }) {
  const words = useWords();
  return (
    <div className={css.pair}>
      <TextInput
        type="date"
        data-autofocus
        required
        withAsterisk={false}
        label={words.t('cal.date')}
        error={twice ? words.t('cal.date-twice') : undefined}
        value={day.date}
        onChange={(event) => {
          onChange({ ...day, date: event.currentTarget.value });
        }}
      />
      <TextInput
        label={words.t('cal.day-name')}
        maxLength={100}
        value={day.name}
        onChange={(event) => {
          onChange({ ...day, name: event.currentTarget.value });
        }}
      />
    </div>
  );
}

function Opening({ day, onChange }: PartProps) {
  const words = useWords();
  return (
    <div className={css.parts}>
      <Choices
        label={words.t('cal.that-day')}
        options={kinds.map((id) => ({ id, label: words.t(`cal.that-day-${id}`) }))}
        chosen={day.ranges.length === 0 ? 'closed' : 'open'}
        onChoose={(kind) => {
          onChange({ ...day, ranges: kind === 'open' ? [morning] : [] });
        }}
      />
      {day.ranges.length > 0 && (
        <RangeFields
          day={words.t('cal.that-day')}
          ranges={day.ranges}
          onChange={(ranges) => {
            onChange({ ...day, ranges });
          }}
        />
      )}
    </div>
  );
}
