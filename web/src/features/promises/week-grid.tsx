import type { OpenRange, WeekRange } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { RangeFields } from './range-fields.js';
import { Track } from './track.js';
import { dayMinutes, rangeText } from './wall-time.js';
import css from './week-grid.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24];

interface WeekGridProps {
  week: readonly WeekRange[];
  /** Null for those who may only look. */
  onChange: ((week: WeekRange[]) => void) | null;
}

/** The usual week, drawn: a line for each day, with several ranges on it. */
export function WeekGrid({ week, onChange }: WeekGridProps) {
  return (
    <div className={css.week}>
      <Hours />
      {weekdays.map((day) => (
        <Day
          key={day}
          day={day}
          week={week}
          onChange={
            onChange &&
            ((ranges) => {
              const others = week.filter((range) => range.day !== day);
              const all = [...others, ...ranges.map(({ from, to }) => ({ day, from, to }))];
              onChange(all.toSorted((a, b) => a.day - b.day));
            })
          }
        />
      ))}
    </div>
  );
}

function Hours() {
  return (
    <div className={css.hours} aria-hidden="true">
      {hours.map((hour) => (
        <span key={hour} className={css.hour} style={{ insetInlineStart: `${String((hour / 24) * 100)}%` }}>
          {hour}
        </span>
      ))}
    </div>
  );
}

interface DayProps {
  day: (typeof weekdays)[number];
  week: readonly WeekRange[];
  onChange: ((ranges: readonly OpenRange[]) => void) | null;
}

function Day({ day, week, onChange }: DayProps) {
  const words = useWords();
  const name = words.t(`weekday.${day}`);
  const ranges = week.filter((range) => range.day === day);
  return (
    <fieldset className={css.day}>
      <legend className="unseen">{name}</legend>
      <span className={css.name} aria-hidden="true">
        {name}
      </span>
      <Track ranges={ranges} nightUntil={nightInto(day, week)} {...(onChange && { onChange })} />
      {onChange ? (
        <RangeFields day={name} ranges={ranges} onChange={onChange} />
      ) : (
        <p className={css.fields}>{ranges.length === 0 ? words.t('cal.closed') : words.list(ranges.map(rangeText))}</p>
      )}
    </fieldset>
  );
}

/** How far the last evening goes into this day. */
function nightInto(day: number, week: readonly WeekRange[]): number {
  const before = day === 1 ? 7 : day - 1;
  const nights = week.filter((range) => range.day === before && range.to <= range.from).map(({ to }) => to);
  return Math.min(dayMinutes, Math.max(0, ...nights));
}
