import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { serverTime } from '../../../live/server-now.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Form, FormActs } from '../../../ui/form.js';
import css from './moment-form.module.css';
import { fieldValue, timeOf } from './put-off-times.js';
import { readMoment } from './read-moment.js';

interface MomentFormProps {
  label: string;
  submit: string;
  onChosen: (at: Date, data: FormData) => void;
  /** Why this moment will not do, where that is known beforehand. */
  refuse?: (at: Date) => string | null;
  children?: ReactNode;
}

/** A moment, typed as one says it, or chosen in a calendar: each shows what the other means. */
export function MomentForm({ label, submit, onChosen, refuse, children }: MomentFormProps) {
  const words = useWords();
  const moment = useMoment();
  const said = useFocusFirst();
  const { at, unclear } = moment;
  const why = at && (refuse?.(at) ?? null);
  const good = !unclear && why === null ? at : null;
  return (
    <Form
      onSubmit={(data) => {
        if (good) onChosen(good, data);
      }}
    >
      <TextInput
        ref={said}
        label={label}
        description={words.t('moment.how')}
        data-autofocus
        autoComplete="off"
        value={moment.said}
        error={unclear && words.t('moment.unclear')}
        onChange={(event) => {
          moment.say(event.currentTarget.value);
        }}
      />
      <Calendar moment={moment} why={why} />
      {children}
      <p className={css.meant} role="status">
        {good && words.moment(good.toISOString())}
      </p>
      <FormActs>
        <Button type="submit">{submit}</Button>
      </FormActs>
    </Form>
  );
}

/** Also in a dialog that is open already, which gives the focus to nothing by itself. */
function useFocusFirst(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return field;
}

function Calendar({ moment, why }: { moment: Moment; why: string | null }) {
  const words = useWords();
  return (
    <TextInput
      type="datetime-local"
      required
      withAsterisk={false}
      label={words.t('moment.calendar')}
      value={moment.value}
      error={why}
      min={moment.min}
      onChange={(event) => {
        moment.choose(event.currentTarget.value);
      }}
    />
  );
}

interface Moment {
  said: string;
  /** As the browser's field wants it. */
  value: string;
  min: string;
  unclear: boolean;
  at: Date | null;
  say: (text: string) => void;
  choose: (value: string) => void;
}

function useMoment(): Moment {
  const [now] = useState(() => serverTime.now());
  const [said, setSaid] = useState('');
  const [value, setValue] = useState(() => fieldValue(timeOf('tomorrow', now) ?? new Date(now)));
  const at = new Date(value);
  return {
    said,
    value,
    min: fieldValue(new Date(now)),
    unclear: said.trim() !== '' && readMoment(said, now) === null,
    at: Number.isNaN(at.getTime()) ? null : at,
    say: (text) => {
      const found = readMoment(text, now);
      setSaid(text);
      if (found) setValue(fieldValue(found));
    },
    choose: (chosen) => {
      setValue(chosen);
      setSaid('');
    },
  };
}
