import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarView } from '../../../../src/contract/index.js';
import { sla, slaKey } from '../../api/sla.js';
import { useWords } from '../../i18n/words-provider.js';
import { momentIn } from './date-words.js';
import css from './promises.module.css';
import { SlaRefusal } from './sla-refusal.js';

const minuteMs = 60_000;
const choices = [15, 30, 60, 120, 240, 480, 1440, 2880];

/** By when an answer would be due, counted by the server with the very rules by which clocks are. */
export function Deadlines({ calendar }: { calendar: CalendarView }) {
  const words = useWords();
  const { zone } = calendar;
  const [minutes, setMinutes] = useState(60);
  const { data = [], error } = useQuery({
    queryKey: [...slaKey, 'preview', calendar, minutes],
    queryFn: () => sla.preview(calendar, minutes),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section className={css.part} aria-label={words.t('cal.deadlines')}>
      <NativeSelect
        label={words.t('cal.deadlines')}
        value={String(minutes)}
        data={choices.map((value) => ({ value: String(value), label: words.span(value * minuteMs) }))}
        onChange={(event) => {
          setMinutes(Number(event.currentTarget.value));
        }}
        maw={240}
      />
      <SlaRefusal error={error} />
      {!error && (
        <ul className={css.plain}>
          {data.map(({ startedAt, dueAt }) => (
            <li key={startedAt}>
              {words.t('cal.deadline', { start: momentIn(words, startedAt, zone), due: momentIn(words, dueAt, zone) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
