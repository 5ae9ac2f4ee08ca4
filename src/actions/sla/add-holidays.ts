import { Injectable } from '@nestjs/common';
import type { CalendarsView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { SpecialDay } from '../../domain/sla/calendar.js';
import { checkCalendar } from '../../domain/sla/check-calendar.js';
import { frenchHolidays, type HolidayPreset } from '../../domain/sla/french-holidays.js';
import { icalDays } from '../../domain/sla/ical-days.js';
import { Database } from '../../store/database.js';
import { calendarsView } from '../../store/sla/book.view.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { bookChanged, lockBook } from './change-book.js';

interface Holidays {
  readonly calendarId: string;
  readonly version: number;
  readonly fromYear: number;
  readonly toYear: number;
  readonly preset: HolidayPreset | null;
  readonly ical: string | null;
}

/** Days on which nobody works, by a preset or from a calendar file. A date that the calendar has something to say of already stays. */
@Injectable()
export class AddHolidays {
  constructor(private readonly db: Database) {}

  run(caller: Caller, ask: Holidays): Promise<CalendarsView> {
    mustAllow(caller, 'sla.manage');
    const found = daysOf(ask);
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { calendars } = await lockBook(tx, ask.version);
      const calendar = calendars.find(({ id }) => id === ask.calendarId);
      if (!calendar) throw new Refusal('not-found', { what: 'calendar' });
      const changed = { ...calendar, days: merged(calendar.days, found) };
      checkCalendar(changed);
      await tx.books.saveCalendars(calendars.map((one) => (one === calendar ? changed : one)));
      await bookChanged(tx);
      return calendarsView(tx.sql, tx.workspaceId);
    });
  }
}

function daysOf({ preset, ical, fromYear, toYear }: Holidays): SpecialDay[] {
  const years = Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_, more) => fromYear + more);
  return [
    ...(preset === null ? [] : years.flatMap((year) => frenchHolidays(preset, year))),
    ...(ical === null ? [] : icalDays(ical, { fromYear, toYear })),
  ];
}

function merged(known: readonly SpecialDay[], found: readonly SpecialDay[]): SpecialDay[] {
  const days = new Map([...found, ...known].map((day) => [day.date, day]));
  return [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
