import type { CalendarsView, CalendarView, PoliciesView } from '../../contract/index.js';
import type { Calendar } from '../../domain/sla/calendar.js';
import type { Sql } from '../sql.js';
import { readBook } from './book.store.js';

export async function calendarsView(sql: Sql, workspaceId: number): Promise<CalendarsView> {
  const { version, calendars } = await readBook(sql, workspaceId);
  return { version, calendars: calendars.flatMap(toView) };
}

function toView({ id, name, zone, week, days }: Calendar): CalendarView[] {
  return id === null ? [] : [{ id, name, zone, week, days }];
}

export async function policiesView(sql: Sql, workspaceId: number): Promise<PoliciesView> {
  const { version, policies } = await readBook(sql, workspaceId);
  const recompute = await sql.maybe<{ done: number; total: number }>(
    `select s.recompute_done as done, s.recompute_total as total from sla_book as s
      where s.workspace_id = $1 and s.recompute_done < s.recompute_total`,
    [workspaceId],
  );
  return { version, policies, recompute };
}
