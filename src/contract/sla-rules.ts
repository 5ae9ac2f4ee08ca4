import type { OpenRange, SpecialDay } from '../domain/sla/calendar.js';
import { dayNumber } from '../domain/sla/day-number.js';
import { dayRangesOf } from '../domain/sla/day-ranges.js';
import { frenchHolidays, type HolidayPreset } from '../domain/sla/french-holidays.js';
import { icalDays } from '../domain/sla/ical-days.js';
import type { CalendarView } from './sla-views.js';

// Not among what `index` gives: only the screens of promises and calendars need it, and no other is to wait for it.

interface Years {
  readonly fromYear: number;
  readonly toYear: number;
}

/** What is open on a date, nights and special days taken into account. */
export function openOn(calendar: CalendarView, date: string): readonly OpenRange[] {
  return dayRangesOf(calendar).on(dayNumber(date));
}

export function holidaysIn(preset: HolidayPreset, { fromYear, toYear }: Years): SpecialDay[] {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, more) => fromYear + more);
  return years.flatMap((year) => frenchHolidays(preset, year));
}

/** The days of a calendar file; a `Refusal` for what in it cannot be followed. */
export function daysOfFile(text: string, years: Years): SpecialDay[] {
  return icalDays(text, years);
}
