import { minutesOfDay, type Calendar, type OpenRange } from './calendar.js';
import { dayNumber } from './day-number.js';

type Ranges = readonly OpenRange[];

function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** What is open on each day of the wall's calendar; prepared once for each calendar. */
export class DayRanges {
  private readonly special: ReadonlyMap<number, Ranges>;
  private readonly weekdays: ReadonlyMap<number, Ranges>;
  /** After it the calendar never opens again. */
  readonly lastDay: number;

  constructor(calendar: Calendar) {
    const days = calendar.days.map(({ date, ranges }) => [dayNumber(date), ranges] as const);
    this.special = new Map(days);
    this.weekdays = new Map(
      [1, 2, 3, 4, 5, 6, 7].map((day) => [day, calendar.week.filter((range) => range.day === day)]),
    );
    // A range of the last special day may end the day after.
    this.lastDay = calendar.week.length > 0 ? Infinity : Math.max(-Infinity, ...this.special.keys()) + 1;
  }

  /** In order, without overlaps. A special day decides about the whole of its date: what began before ends at midnight. */
  on(day: number): Ranges {
    const own = this.begun(day).map(({ from, to }) => ({
      from,
      to: to > from ? Math.min(to, minutesOfDay) : minutesOfDay,
    }));
    if (this.special.has(day)) return united(own);
    const night = this.begun(day - 1).flatMap(({ from, to }) => (to > from || to === 0 ? [] : [{ from: 0, to }]));
    return united([...night, ...own]);
  }

  private begun(day: number): Ranges {
    return this.special.get(day) ?? this.weekdays.get(weekdayOf(day)) ?? [];
  }
}

function united(ranges: Ranges): Ranges {
  const result: OpenRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (!last || range.from > last.to) result.push(range);
    else if (range.to > last.to) result[result.length - 1] = { from: last.from, to: range.to };
  }
  return result;
}

const prepared = new WeakMap<Calendar, DayRanges>();

export function dayRangesOf(calendar: Calendar): DayRanges {
  const known = prepared.get(calendar);
  if (known) return known;
  const made = new DayRanges(calendar);
  prepared.set(calendar, made);
  return made;
}
