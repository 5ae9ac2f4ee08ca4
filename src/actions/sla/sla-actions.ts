import { AddHolidays } from './add-holidays.js';
import { ClimbLadder } from './climb-ladder.js';
import { FireTimers } from './fire-timers.js';
import { PreviewCalendar } from './preview-calendar.js';
import { ReassignLate } from './reassign-late.js';
import { RecomputeClocks } from './recompute-clocks.js';
import { SaveCalendars } from './save-calendars.js';
import { SavePolicies } from './save-policies.js';
import { TryPolicies } from './try-policies.js';

/** What is done about promises and their clocks. */
export const slaActions = [
  AddHolidays,
  ClimbLadder,
  FireTimers,
  PreviewCalendar,
  ReassignLate,
  RecomputeClocks,
  SaveCalendars,
  SavePolicies,
  TryPolicies,
];
