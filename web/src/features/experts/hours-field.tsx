import { NativeSelect, TextInput } from '@mantine/core';
import type { ExpertForm } from '../../api/experts.js';
import { useWords } from '../../i18n/words-provider.js';
import { clockOf, hoursOf, minutesOf, workdayOf, type Workday } from './expert-form.js';
import css from './experts.module.css';

interface HoursFieldProps {
  form: ExpertForm;
  onChange: (form: ExpertForm) => void;
}

const usual: Workday = { from: 9 * 60, to: 12 * 60 };

/** When they can be asked. The simple case: at any time, or between the same hours on every weekday. */
export function HoursField({ form, onChange }: HoursFieldProps) {
  const words = useWords();
  const workday = workdayOf(form.hours);
  const set = (next: Workday | null) => {
    onChange({ ...form, hours: hoursOf(next) });
  };
  return (
    <div className={css.pair}>
      <NativeSelect
        label={words.t('registry.hours')}
        value={workday ? 'some' : 'always'}
        data={[
          { value: 'always', label: words.t('registry.hours-always') },
          { value: 'some', label: words.t('registry.hours-some') },
        ]}
        onChange={(event) => {
          set(event.currentTarget.value === 'some' ? usual : null);
        }}
      />
      {workday && <TimeField label={words.t('registry.from')} end="from" workday={workday} onChange={set} />}
      {workday && <TimeField label={words.t('registry.to')} end="to" workday={workday} onChange={set} />}
      <TextInput
        label={words.t('registry.zone')}
        required
        withAsterisk={false}
        value={form.zone}
        onChange={(event) => {
          onChange({ ...form, zone: event.currentTarget.value });
        }}
      />
    </div>
  );
}

interface TimeFieldProps {
  label: string;
  end: keyof Workday;
  workday: Workday;
  onChange: (workday: Workday) => void;
}

function TimeField({ label, end, workday, onChange }: TimeFieldProps) {
  return (
    <TextInput
      type="time"
      label={label}
      value={clockOf(workday[end])}
      onChange={(event) => {
        const minutes = minutesOf(event.currentTarget.value);
        if (minutes !== null) onChange({ ...workday, [end]: minutes });
      }}
    />
  );
}
