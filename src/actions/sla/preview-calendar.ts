import { Injectable } from '@nestjs/common';
import type { CalendarView, DeadlineView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { Calendar } from '../../domain/sla/calendar.js';
import { checkCalendar } from '../../domain/sla/check-calendar.js';
import { countedSpans, dueAt } from '../../domain/sla/due.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { readBook } from '../../store/sla/book.store.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** Now, and at other times of the day and of the days that follow. */
const hoursAhead = [0, 8, 16, 40, 64];
const hourMs = 3_600_000;

/** What a calendar means, shown by five deadlines; of one that is not saved yet, too. */
@Injectable()
export class PreviewCalendar {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(
    caller: Caller,
    ask: { readonly calendarId: string; readonly minutes: number; readonly draft: CalendarView | null },
  ): Promise<DeadlineView[]> {
    mustAllow(caller, 'sla.see');
    const calendar = ask.draft ?? (await this.saved(caller, ask.calendarId));
    checkCalendar(calendar);
    const now = this.clock.now().getTime();
    return hoursAhead.map((hours) => deadline(calendar, new Date(now + hours * hourMs), ask.minutes));
  }

  private async saved(caller: Caller, id: string): Promise<Calendar> {
    const { calendars } = await this.db.read((sql) => readBook(sql, caller.workspaceId));
    const found = calendars.find((calendar) => calendar.id === id);
    if (!found) throw new Refusal('not-found', { what: 'calendar' });
    return found;
  }
}

function deadline(calendar: Calendar, startedAt: Date, minutes: number): DeadlineView {
  const due = dueAt(calendar, { startedAt, minutes, pauses: [] });
  const spans = countedSpans(calendar, { startedAt, minutes, pauses: [], dueAt: due });
  const text = (at: number) => new Date(at).toISOString();
  return {
    startedAt: startedAt.toISOString(),
    dueAt: due.toISOString(),
    spans: spans.map(({ from, to }) => ({ from: text(from), to: text(to) })),
  };
}
