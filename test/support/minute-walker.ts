import type { Calendar, OpenRange } from '../../src/domain/sla/calendar.js';

/*
 * Deadlines by walking, minute by minute, along a clock on the wall: slow, and written from the rules alone. It shares
 * the shape of a calendar with the product, and nothing else; even the time of day in a zone comes from elsewhere.
 */

/** What a clock on the wall shows in each minute of a stretch of time. */
export interface Wall {
  /** Minutes since 1970 in UTC at which it begins. */
  readonly begin: number;
  /** Days since 1970 on the wall's own calendar. */
  readonly days: Int32Array;
  readonly minutes: Int16Array;
}

export function wallOf(zone: string, fromDate: string, lengthInDays: number): Wall {
  const begin = Date.parse(`${fromDate}T00:00:00Z`) / 60_000;
  const count = lengthInDays * 1440;
  const days = new Int32Array(count);
  const minutes = new Int16Array(count);
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...digits });
  for (let at = 0; at < count; at += 1) {
    const [date = '', time = ''] = clock.format((begin + at) * 60_000).split(', ');
    days[at] = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
    minutes[at] = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  }
  return { begin, days, minutes };
}

/** Stretches in which nothing counts, in minutes since 1970. */
export interface Standstill {
  readonly from: number;
  readonly to: number;
}

export interface Walk {
  /** Minutes since 1970; null when the wall ends before. */
  readonly due: number | null;
  readonly opening: number | null;
  /** How many minutes were open from the start to `until`, standstills not left out. */
  readonly open: number;
}

export function walk(
  calendar: Calendar,
  wall: Wall,
  ask: {
    readonly start: number;
    readonly budget: number;
    readonly pauses: readonly Standstill[];
    readonly until: number;
  },
): Walk {
  const isOpen = opening(calendar, wall);
  const counts = (now: number) => !ask.pauses.some(({ from, to }) => from <= now && now < to);
  const told = { due: ask.budget === 0 ? ask.start : null, opening: -1, open: 0, counted: 0 };
  for (let now = ask.start; now < wall.begin + wall.days.length; now += 1) {
    if (told.due !== null && told.opening >= 0 && now >= ask.until) break;
    if (isOpen(now)) note(told, { now, counts: counts(now), ...ask });
  }
  return { due: told.due, opening: told.opening < 0 ? null : told.opening, open: told.open };
}

/** One open minute more. */
function note(
  told: { due: number | null; opening: number; open: number; counted: number },
  minute: { readonly now: number; readonly counts: boolean; readonly budget: number; readonly until: number },
): void {
  if (told.opening < 0) told.opening = minute.now;
  if (minute.now < minute.until) told.open += 1;
  if (minute.counts) told.counted += 1;
  if (told.due === null && told.counted === minute.budget) told.due = minute.now + 1;
}

type Ranges = readonly OpenRange[];

/** Open is a minute inside a range of its date, or inside the rest of a night that began on a date before an ordinary one. */
function opening(calendar: Calendar, wall: Wall): (now: number) => boolean {
  const special = new Map(calendar.days.map(({ date, ranges }) => [Date.parse(date) / 86_400_000, ranges]));
  const remembered = new Map<number, Ranges>();
  const ordinary = (day: number): Ranges => {
    const weekday = new Date(day * 86_400_000).getUTCDay() || 7;
    return calendar.week.filter((range) => range.day === weekday);
  };
  const begunOn = (day: number): Ranges => {
    const known = remembered.get(day) ?? special.get(day) ?? ordinary(day);
    remembered.set(day, known);
    return known;
  };
  return (now) => {
    const day = wall.days[now - wall.begin] ?? 0;
    const minute = wall.minutes[now - wall.begin] ?? 0;
    if (begunOn(day).some(({ from, to }) => minute >= from && (minute < to || to <= from))) return true;
    return !special.has(day) && begunOn(day - 1).some(({ from, to }) => to <= from && minute < to);
  };
}
