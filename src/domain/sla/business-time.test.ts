import { walk, wallOf, type Standstill, type Wall } from '../../../test/support/minute-walker.js';
import { addBusinessTime, businessTimeBetween, nextOpening } from './business-time.js';
import { aroundTheClock, type Calendar, type OpenRange, type SpecialDay, type WeekRange } from './calendar.js';
import { checkCalendar } from './check-calendar.js';
import { countedSpans, dueAt, workedBetween } from './due.js';

jest.setTimeout(1_800_000);

const cases = Number(process.env['SLA_ORACLE_CASES'] ?? 100_000);
const seed = Number(process.env['SLA_ORACLE_SEED'] ?? 20260329);

/** Where clocks do odd things: zone, a date shortly before, what happens. */
const odd: readonly (readonly [string, string])[] = [
  ['Europe/Paris', '2026-03-26'],
  ['Europe/Paris', '2026-10-22'],
  ['Europe/Paris', '2028-02-26'],
  ['Europe/Paris', '2100-02-25'],
  ['America/New_York', '2026-03-05'],
  ['America/New_York', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-04-02'],
  ['Australia/Lord_Howe', '2026-10-01'],
  ['Pacific/Apia', '2011-12-27'],
  ['Africa/Casablanca', '2026-02-12'],
  ['Africa/Casablanca', '2026-03-19'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['America/St_Johns', '2006-10-26'],
  ['America/Sao_Paulo', '2018-02-15'],
  ['America/Sao_Paulo', '2018-11-01'],
  ['Africa/Cairo', '2026-04-21'],
  ['UTC', '2026-12-28'],
];
const windowDays = 9;

/** The same numbers for the same seed, on every machine. */
function randomOf(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
const random = randomOf(seed);

/** Often on a quarter of an hour, as people write them; sometimes through the night, sometimes the whole day. */
function someRange(): OpenRange {
  const from = random(3) === 0 ? random(1440) : random(96) * 15;
  if (random(12) === 0) return { from: 0, to: 1440 };
  return { from, to: random(5) === 0 ? random(1441) : Math.min(1440, from + 15 + random(600)) };
}

function someWeek(): WeekRange[] {
  const subset = 1 + random(127);
  return [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
    (subset >> (day - 1)) & 1 ? Array.from({ length: 1 + random(4) }, () => ({ day, ...someRange() })) : [],
  );
}

function someDays(fromDate: string): SpecialDay[] {
  const first = Date.parse(fromDate) / 86_400_000;
  const days = Array.from({ length: random(4) }, () => new Date((first + random(windowDays)) * 86_400_000));
  const dates = [...new Set(days.map((day) => day.toISOString().slice(0, 10)))];
  return dates.map((date) => ({ date, name: '', ranges: Array.from({ length: random(3) }, someRange) }));
}

function somePauses(start: number): Standstill[] {
  const pauses: Standstill[] = [];
  for (let at = start + random(900), left = random(3); left > 0; left -= 1) {
    const to = at + random(1500);
    pauses.push({ from: at, to });
    at = to + random(600);
  }
  return pauses;
}

const instant = (minute: number) => new Date(minute * 60_000);
const minuteOf = (at: Date | null) => (at === null ? null : at.getTime() / 60_000);

/** False when the stretch of time was too short to tell. */
function agrees(calendar: Calendar, wall: Wall, ask: Parameters<typeof walk>[2]): boolean {
  const told = walk(calendar, wall, ask);
  if (told.due === null || told.opening === null) return false;
  const startedAt = instant(ask.start);
  const pauses = ask.pauses.map(({ from, to }) => ({
    from: instant(from),
    to: instant(to),
    because: 'customer' as const,
  }));
  const clock = { startedAt, minutes: ask.budget, pauses };
  const due = dueAt(calendar, clock);
  const found = {
    due: minuteOf(due),
    opening: minuteOf(nextOpening(calendar, startedAt)),
    open: businessTimeBetween(calendar, startedAt, instant(ask.until)) / 60_000,
  };
  const explained = countedSpans(calendar, { ...clock, dueAt: due }).reduce((sum, { from, to }) => sum + to - from, 0);
  const worked = workedBetween(calendar, clock, { from: startedAt, to: due });
  const same = found.due === told.due && found.opening === told.opening && found.open === told.open;
  if (!same || explained !== ask.budget * 60_000 || worked !== ask.budget * 60_000) {
    throw new Error(JSON.stringify({ calendar, ask, told, found, explained, worked }));
  }
  return true;
}

const walls = odd.map(([zone, date]) => ({ zone, date, wall: wallOf(zone, date, windowDays) }));

it(`agrees with a walk along the wall clock in ${cases} random cases`, () => {
  let agreed = 0;
  for (let tried = 0; agreed < cases && tried < cases * 4; tried += 1) {
    const { zone, date, wall } = walls[tried % walls.length] ?? {
      zone: '',
      date: '',
      wall: wallOf('UTC', '2026-01-01', 1),
    };
    const calendar = { id: null, name: 'random', zone, week: someWeek(), days: someDays(date) };
    const start = wall.begin + random(5 * 1440);
    const ask = {
      start,
      budget: random(20) === 0 ? 0 : random(900),
      pauses: somePauses(start),
      until: start + random(2 * 1440),
    };
    if (agrees(calendar, wall, ask)) agreed += 1;
  }
  expect(agreed).toBe(cases);
});

it('agrees for every set of weekdays that a team can work on', () => {
  const wall = wallOf('Europe/Paris', '2026-03-23', 24);
  for (let subset = 1; subset < 128; subset += 1) {
    const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => (subset >> (day - 1)) & 1);
    const week = days.flatMap((day) => [
      { day, from: 540, to: 720 },
      { day, from: 780, to: 1020 },
    ]);
    const calendar = { id: null, name: 'subset', zone: 'Europe/Paris', week, days: [] };
    for (const budget of [1, 60, 420, 421]) {
      const start = wall.begin + random(7 * 1440);
      expect(agrees(calendar, wall, { start, budget, pauses: [], until: start + 1440 })).toBe(true);
    }
  }
});

const office = (zone: string, from: string, to: string): Calendar => {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const range = { from: minutes(from), to: minutes(to) };
  return { id: null, name: 'office', zone, week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, ...range })), days: [] };
};

it.each([
  ['the hour that Paris leaves out', 'Europe/Paris', '02:00', '04:00', '2026-03-28T23:00Z', 60, '2026-03-29T02:00Z'],
  ['the hour that Paris has twice', 'Europe/Paris', '02:00', '03:00', '2026-10-24T23:00Z', 120, '2026-10-25T02:00Z'],
  ['a start in the second of them', 'Europe/Paris', '02:00', '03:00', '2026-10-25T01:30Z', 45, '2026-10-26T01:15Z'],
  ['a range inside the missing hour', 'Europe/Paris', '02:15', '02:45', '2026-03-28T23:00Z', 30, '2026-03-30T00:45Z'],
  ['the half hour of Lord Howe', 'Australia/Lord_Howe', '01:30', '02:00', '2026-04-04T14:00Z', 60, '2026-04-04T15:30Z'],
  ['the day that Apia left out', 'Pacific/Apia', '09:00', '10:00', '2011-12-29T20:00Z', 60, '2011-12-30T20:00Z'],
  ['the 29th of February', 'Europe/Paris', '09:00', '10:00', '2028-02-28T09:00Z', 60, '2028-02-29T09:00Z'],
  ['a year that has none', 'Europe/Paris', '09:00', '10:00', '2100-02-28T09:00Z', 60, '2100-03-01T09:00Z'],
  ['a night that Paris shortens', 'Europe/Paris', '22:00', '06:00', '2026-03-28T21:00Z', 420, '2026-03-29T04:00Z'],
  [
    'an offset of five hours and three quarters',
    'Asia/Kathmandu',
    '09:00',
    '17:00',
    '2026-06-01T03:15Z',
    480,
    '2026-06-01T11:15Z',
  ],
])('counts through %s', (_, zone, from, to, start, minutes, due) => {
  expect(addBusinessTime(office(zone, from, to), new Date(start), minutes * 60_000)).toEqual(new Date(due));
});

it('keeps seconds, promises nothing to nothing, and ends with the range it fills', () => {
  const calendar = office('UTC', '09:00', '17:00');
  const start = new Date('2026-06-01T16:59:30.500Z');
  expect(addBusinessTime(calendar, start, 60_000)).toEqual(new Date('2026-06-02T09:00:30.500Z'));
  expect(addBusinessTime(calendar, new Date('2026-06-01T20:00Z'), 0)).toEqual(new Date('2026-06-01T20:00Z'));
  expect(addBusinessTime(calendar, new Date('2026-06-01T16:00Z'), 3_600_000)).toEqual(new Date('2026-06-01T17:00Z'));
  expect(addBusinessTime(aroundTheClock, start, 90_000)).toEqual(new Date('2026-06-01T17:01:00.500Z'));
});

it('refuses a calendar that never opens, instead of looking for ever', () => {
  const never = { ...aroundTheClock, week: [] };
  expect(() => checkCalendar(never)).toThrow('calendar.invalid');
  expect(() => addBusinessTime(never, new Date(0), 1)).toThrow('does not open');
  expect(nextOpening(never, new Date(0))).toBeNull();
});
