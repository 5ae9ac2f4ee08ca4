import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { AddHolidays } from '../../actions/sla/add-holidays.js';
import { PreviewCalendar } from '../../actions/sla/preview-calendar.js';
import { SaveCalendars } from '../../actions/sla/save-calendars.js';
import type { CalendarsView, DeadlineView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { calendarsView } from '../../store/sla/book.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { CalendarsBody, HolidaysBody, PreviewBody } from './sla.dto.js';

@Controller('api/sla/calendars')
export class CalendarController {
  constructor(
    private readonly reader: Reader,
    private readonly saveCalendars: SaveCalendars,
    private readonly previewCalendar: PreviewCalendar,
    private readonly addHolidays: AddHolidays,
  ) {}

  @Get()
  list(@From() caller: Caller): Promise<CalendarsView> {
    mustAllow(caller, 'sla.see');
    return this.reader.read((sql) => calendarsView(sql, caller.workspaceId));
  }

  /** All of them at once. */
  @Put()
  save(@From() caller: Caller, @Body() body: CalendarsBody): Promise<CalendarsView> {
    return this.saveCalendars.run(caller, body);
  }

  /** Five deadlines, for messages of now and of the hours and days that follow. */
  @Post(':id/preview')
  @HttpCode(200)
  preview(
    @From() caller: Caller,
    @Param('id', IdPipe) calendarId: string,
    @Body() { minutes, draft }: PreviewBody,
  ): Promise<DeadlineView[]> {
    return this.previewCalendar.run(caller, { calendarId, minutes, draft: draft ?? null });
  }

  /** Days on which nobody works, from a preset or a calendar file. */
  @Post(':id/holidays')
  @HttpCode(200)
  holidays(
    @From() caller: Caller,
    @Param('id', IdPipe) calendarId: string,
    @Body() body: HolidaysBody,
  ): Promise<CalendarsView> {
    const { preset = null, ical = null, ...rest } = { ...body };
    return this.addHolidays.run(caller, { calendarId, preset, ical, ...rest });
  }
}
