import type { SpecialDay } from './calendar.js';
import { dayNumber, isDate } from './day-number.js';
import { Refusal } from '../refusal.js';

interface Line {
  readonly number: number;
  readonly name: string;
  readonly value: string;
}
interface Event {
  readonly number: number;
  readonly fields: ReadonlyMap<string, Line>;
}
interface Years {
  readonly fromYear: number;
  readonly toYear: number;
}

const longestDays = 60;
const mostEvents = 2000;
const dayMs = 86_400_000;

/** The whole days that a calendar file names, as closed days. What it says that cannot be followed is refused with its line. */
export function icalDays(text: string, years: Years): SpecialDay[] {
  const events = eventsOf(unfolded(text));
  const days = events.flatMap((event) =>
    datesOf(event, years).map((date) => ({ date, name: nameOf(event), ranges: [] })),
  );
  const wanted = days.filter(({ date }) => yearOf(date) >= years.fromYear && yearOf(date) <= years.toYear);
  return [...new Map(wanted.map((day) => [day.date, day])).values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** A line that begins with a space goes on from the one before. */
function unfolded(text: string): Line[] {
  const lines: { number: number; text: string }[] = [];
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(line) && last) last.text += line.slice(1);
    else if (line.trim() !== '') lines.push({ number: at + 1, text: line });
  }
  if (lines[0]?.text.trim().toUpperCase() !== 'BEGIN:VCALENDAR') refuse(lines[0]?.number ?? 1, 'not-a-calendar');
  return lines.map((line) => parsed(line.number, line.text));
}

function parsed(number: number, text: string): Line {
  const [, name, value] = /^([A-Za-z0-9-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) return refuse(number, 'not-a-line');
  return { number, name: name.toUpperCase(), value: value.trim() };
}

function eventsOf(lines: readonly Line[]): Event[] {
  const events: Event[] = [];
  let open: { number: number; fields: Map<string, Line> } | null = null;
  for (const line of lines) {
    const mark = `${line.name}:${line.value.toUpperCase()}`;
    if (mark === 'BEGIN:VEVENT') open = { number: line.number, fields: new Map() };
    else if (mark === 'END:VEVENT' && open) {
      events.push(open);
      open = null;
    } else if (open && !open.fields.has(line.name)) open.fields.set(line.name, line);
  }
  if (open) refuse(open.number, 'event-not-ended');
  if (events.length > mostEvents) refuse(1, 'too-many-events');
  return events.filter(({ fields }) => fields.get('STATUS')?.value.toUpperCase() !== 'CANCELLED');
}

function nameOf({ fields }: Event): string {
  const name = fields.get('SUMMARY')?.value ?? '';
  return name.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1').slice(0, 100);
}

/** The end is the day after the last one. */
function datesOf(event: Event, years: Years): string[] {
  const start = dateOf(event, 'DTSTART') ?? refuse(event.number, 'no-start');
  const end = dateOf(event, 'DTEND') ?? start;
  const length = Math.max(1, dayNumber(end) - dayNumber(start));
  if (length > longestDays) refuse(event.number, 'too-long');
  const all = startsOf(event, start, years).map((first) => dayNumber(first));
  return all.flatMap((first) => Array.from({ length }, (_, more) => textOf(first + more)));
}

function dateOf(event: Event, field: string): string | null {
  const line = event.fields.get(field);
  if (!line) return null;
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(line.value) ?? [];
  const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  return isDate(date) ? date : refuse(line.number, 'not-a-date');
}

/** Of what comes again, only what comes every year on the same date can be followed. */
function startsOf(event: Event, start: string, years: Years): string[] {
  const rule = event.fields.get('RRULE');
  if (!rule) return [start];
  const parts = new Map(
    rule.value
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2))
      .map(([k = '', v = '']) => [k, v]),
  );
  const known = ['FREQ', 'COUNT', 'UNTIL', 'INTERVAL', 'BYMONTH', 'BYMONTHDAY', 'WKST'];
  const plain = parts.get('FREQ') === 'YEARLY' && [...parts.keys()].every((key) => known.includes(key));
  if (!plain || (parts.get('INTERVAL') ?? '1') !== '1') refuse(rule.number, 'rule-not-supported');
  const count = Number(parts.get('COUNT') ?? Infinity);
  const until = parts.get('UNTIL')?.slice(0, 8) ?? '99991231';
  const first = yearOf(start);
  const last = Math.min(years.toYear, first + count - 1, Number(until.slice(0, 4)));
  const all = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, more) => `${String(first + more)}${start.slice(4)}`,
  );
  return all.filter((date) => isDate(date) && date.replaceAll('-', '') <= until);
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function textOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function refuse(line: number, why: string): never {
  throw new Refusal('ical.invalid', { line, why });
}
