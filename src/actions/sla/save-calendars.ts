import { Injectable } from '@nestjs/common';
import type { CalendarsView, CalendarView } from '../../contract/index.js';
import { checkCalendar } from '../../domain/sla/check-calendar.js';
import { checkCalendarsKept } from '../../domain/sla/check-policies.js';
import { Database } from '../../store/database.js';
import { calendarsView } from '../../store/sla/book.view.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { bookChanged, lockBook } from './change-book.js';

/** All calendars at once. Open clocks follow; closed ones never change (rules 1.7). */
@Injectable()
export class SaveCalendars {
  constructor(private readonly db: Database) {}

  run(
    caller: Caller,
    ask: { readonly version: number; readonly calendars: readonly CalendarView[] },
  ): Promise<CalendarsView> {
    mustAllow(caller, 'sla.manage');
    for (const calendar of ask.calendars) checkCalendar(calendar);
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const book = await lockBook(tx, ask.version);
      checkCalendarsKept(book, { ...book, calendars: ask.calendars });
      await tx.books.saveCalendars(ask.calendars);
      await bookChanged(tx);
      return calendarsView(tx.sql, tx.workspaceId);
    });
  }
}
