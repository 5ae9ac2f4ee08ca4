import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CalendarView, SpecialDay } from '../../../../src/contract/index.js';
import { useNow } from '../../live/use-now.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { toast } from '../../ui/toasts.js';
import { dateText } from './date-words.js';
import { DayDialog } from './day-dialog.js';
import { HolidaysDialog } from './holidays-dialog.js';
import css from './promises.module.css';
import own from './special-days.module.css';
import { rangeText, todayIn } from './wall-time.js';

interface SpecialDaysProps {
  calendar: CalendarView;
  /** Null for those who may only look. */
  onChange: ((calendar: CalendarView) => void) | null;
}
type Asked = { is: 'holidays' } | { is: 'day'; day: SpecialDay | null } | null;

const minute = 60_000;

/** Dates that are not like their weekday: holidays, half days, exceptional openings. Those that are over stay, folded. */
export function SpecialDays({ calendar, onChange }: SpecialDaysProps) {
  const words = useWords();
  const today = todayIn(calendar.zone, useNow(minute));
  const [asked, setAsked] = useState<Asked>(null);
  const change = onChange && ((days: readonly SpecialDay[]) => onChange({ ...calendar, days }));
  const [past, coming] = [
    calendar.days.filter(({ date }) => date < today),
    calendar.days.filter(({ date }) => date >= today),
  ];
  const list = (days: readonly SpecialDay[]) => (
    <DayList days={days} all={calendar.days} onChange={change} onEdit={(day) => setAsked({ is: 'day', day })} />
  );
  return (
    <section className={css.card} aria-label={words.t('cal.days')}>
      <header className={css.headline}>
        <h2 className={css.heading}>{words.t('cal.days')}</h2>
        {change && <Adding onAsk={setAsked} />}
      </header>
      <p className={css.quiet}>{words.t(calendar.days.length === 0 ? 'cal.no-days' : 'cal.days-help')}</p>
      {coming.length > 0 && list(coming)}
      {past.length > 0 && (
        <details>
          <summary className={css.quiet}>{words.t('cal.past-days', { count: past.length })}</summary>
          {list(past)}
        </details>
      )}
      {change && <Questions asked={asked} calendar={calendar} onChange={change} onClose={() => setAsked(null)} />}
    </section>
  );
}

function Adding({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const words = useWords();
  return (
    <div className={css.tools}>
      <Button
        variant="default"
        onClick={() => {
          onAsk({ is: 'holidays' });
        }}
      >
        {words.t('cal.add-holidays')}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="plus" />}
        onClick={() => {
          onAsk({ is: 'day', day: null });
        }}
      >
        {words.t('cal.add-day')}
      </Button>
    </div>
  );
}

interface QuestionsProps {
  asked: Asked;
  calendar: CalendarView;
  onChange: (days: readonly SpecialDay[]) => void;
  onClose: () => void;
}

function Questions({ asked, calendar: { days, zone }, onChange, onClose }: QuestionsProps) {
  if (asked?.is === 'holidays') return <HolidaysDialog known={days} onChange={onChange} onClose={onClose} />;
  if (asked?.is === 'day') {
    return <DayDialog day={asked.day} known={days} zone={zone} onChange={onChange} onClose={onClose} />;
  }
  return null;
}

interface DayListProps {
  days: readonly SpecialDay[];
  all: readonly SpecialDay[];
  onChange: ((days: readonly SpecialDay[]) => void) | null;
  onEdit: (day: SpecialDay) => void;
}

function DayList({ days, all, onChange, onEdit }: DayListProps) {
  const words = useWords();
  const remove = (day: SpecialDay) => {
    onChange?.(all.filter(({ date }) => date !== day.date));
    const run = () => {
      onChange?.(all);
    };
    toast({ text: words.t('sla.removed', { name: dayName(day) }), act: { label: words.t('shell.undo'), run } });
  };
  return (
    <ul className={own.days}>
      {days.map((day) => (
        <li key={day.date} className={own.day}>
          <span className={own.date}>{dateText(words, day.date)}</span>
          <span className={own.name}>{day.name}</span>
          <span className={css.quiet}>
            {day.ranges.length === 0 ? words.t('cal.closed') : words.list(day.ranges.map(rangeText))}
          </span>
          {onChange && <DayActs name={dayName(day)} onEdit={() => onEdit(day)} onRemove={() => remove(day)} />}
        </li>
      ))}
    </ul>
  );
}

function DayActs({ name, onEdit, onRemove }: { name: string; onEdit: () => void; onRemove: () => void }) {
  const words = useWords();
  return (
    <span className={own.acts}>
      <IconButton icon="pencil" label={words.t('rules.edit', { name })} onClick={onEdit} />
      <IconButton icon="bin" label={words.t('rules.remove', { name })} onClick={onRemove} />
    </span>
  );
}

function dayName({ date, name }: SpecialDay): string {
  return name === '' ? date : `${name} (${date})`;
}
