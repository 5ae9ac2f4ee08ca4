import { checkCalendar } from './check-calendar.js';
import { aroundTheClock, type Calendar } from './calendar.js';
import { easterDay } from './easter.js';
import { frenchHolidays } from './french-holidays.js';
import { icalDays } from './ical-days.js';

/** Another way to the same Sunday: Meeus's, with other steps. */
function easterElsewhere(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10);
}

it('finds Easter in four centuries', () => {
  for (let year = 1900; year < 2300; year += 1) {
    expect(new Date(easterDay(year) * 86_400_000).toISOString().slice(0, 10)).toBe(easterElsewhere(year));
  }
});

it('knows the holidays of France, and the two more of Alsace and Moselle', () => {
  const dates = frenchHolidays('fr', 2026).map(({ date }) => date.slice(5));
  expect(dates.join(' ')).toBe('01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25');
  const more = frenchHolidays('fr-alsace-moselle', 2026).map(({ date }) => date.slice(5));
  expect(more.filter((date) => !dates.includes(date))).toEqual(['04-03', '12-26']);
});

it('names a day once when two holidays fall on it', () => {
  expect(frenchHolidays('fr', 2008).filter(({ date }) => date === '2008-05-01')).toHaveLength(1);
});

const years = { fromYear: 2026, toYear: 2027 };
const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => file('BEGIN:VEVENT', ...lines, 'END:VEVENT');

it('reads days, stretches of days, folded lines and yearly ones from a calendar file', () => {
  const text = file(
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20260714',
    'SUMMARY:Fête',
    ' \\, nationale',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20261224',
    'DTEND;VALUE=DATE:20261227',
    'SUMMARY:Closed',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART:20200501T000000Z',
    'RRULE:FREQ=YEARLY',
    'SUMMARY:May',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20260815',
    'STATUS:CANCELLED',
    'END:VEVENT',
  );
  expect(icalDays(text, years)).toEqual([
    { date: '2026-05-01', name: 'May', ranges: [] },
    { date: '2026-07-14', name: 'Fête, nationale', ranges: [] },
    { date: '2026-12-24', name: 'Closed', ranges: [] },
    { date: '2026-12-25', name: 'Closed', ranges: [] },
    { date: '2026-12-26', name: 'Closed', ranges: [] },
    { date: '2027-05-01', name: 'May', ranges: [] },
  ]);
});

it.each([
  ['hello', 1, 'not-a-calendar'],
  [event('DTSTART;VALUE=DATE:20260230'), 4, 'not-a-date'],
  [event('SUMMARY:No start'), 3, 'no-start'],
  [event('DTSTART:20260101', 'nonsense'), 5, 'not-a-line'],
  [event('DTSTART:20260101', 'DTEND:20261231'), 3, 'too-long'],
  [event('DTSTART:20260101', 'RRULE:FREQ=WEEKLY'), 5, 'rule-not-supported'],
  [event('DTSTART:20260101', 'RRULE:FREQ=YEARLY;BYDAY=1MO'), 5, 'rule-not-supported'],
  [file('BEGIN:VEVENT', 'DTSTART:20260101'), 3, 'event-not-ended'],
])('says which line of %j it cannot follow, and why', (text, line, why) => {
  expect(() => icalDays(text, years)).toThrow(expect.objectContaining({ details: { line, why } }));
});

it.each<[Partial<Calendar>, string]>([
  [{ zone: 'Europe/Nowhere' }, 'zone'],
  [{ zone: '+02:00' }, 'zone'],
  [{ week: [] }, 'empty'],
  [{ week: [{ day: 8, from: 0, to: 60 }] }, 'range'],
  [{ week: [{ day: 1, from: 0.5, to: 60 }] }, 'range'],
  [{ week: [{ day: 1, from: 0, to: 1441 }] }, 'range'],
  [{ days: [{ date: '2026-02-29', name: '', ranges: [] }] }, 'date'],
  [{ days: [1, 2].map(() => ({ date: '2028-02-29', name: '', ranges: [] })) }, 'twice'],
])('refuses a calendar with %j', (change, why) => {
  expect(() => {
    checkCalendar({ ...aroundTheClock, ...change });
  }).toThrow(expect.objectContaining({ details: { name: '24/7', why } }));
});
