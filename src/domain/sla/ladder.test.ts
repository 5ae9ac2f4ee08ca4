import type { SlaClock } from './clock.js';
import { aroundTheClock, type Calendar } from './calendar.js';
import { defaultLadder } from './default-policy.js';
import { climb, nextRung } from './ladder.js';

const start = Date.UTC(2026, 5, 1, 8);
const after = (minutes: number) => new Date(start + minutes * 60_000);
const clock: SlaClock = {
  id: 'clock',
  kind: 'first_reply',
  lane: null,
  state: 'running',
  policyId: 'usual',
  policyName: 'Usual',
  calendarId: null,
  calendarName: '24/7',
  minutes: 60,
  startedAt: after(0),
  dueAt: after(60),
  pauses: [],
  pausedAt: null,
  pausedFor: null,
  stoppedAt: null,
  breachedAt: null,
  reached: 0,
};
const by = { ladder: defaultLadder, calendar: aroundTheClock };

it('comes to each step in its time', () => {
  expect(nextRung(clock, by)).toEqual({ percent: 75, at: after(45) });
  expect(nextRung({ ...clock, reached: 75 }, by)).toEqual({ percent: 100, at: after(60) });
  expect(nextRung({ ...clock, reached: 100 }, by)).toEqual({ percent: 150, at: after(90) });
  expect(nextRung({ ...clock, reached: 150 }, by)).toBeNull();
  expect(nextRung(clock, { ...by, ladder: [] })).toEqual({ percent: 100, at: after(60) });
});

it('comes to nothing while it stands still, and once it is over', () => {
  expect(nextRung({ ...clock, pausedAt: after(10), pausedFor: 'customer' }, by)).toBeNull();
  expect(nextRung({ ...clock, state: 'met', stoppedAt: after(10) }, by)).toBeNull();
});

it('does nothing before its time', () => {
  expect(climb(clock, { ...by, now: after(44) })).toEqual([]);
});

it('does all that has come, in order, and marks the deadline itself as the moment it was missed', () => {
  const climbed = climb(clock, { ...by, now: after(600) });
  expect(climbed.map(({ percent, acts, line }) => [percent, acts, line.event, line.at])).toEqual([
    [75, ['owner'], 'warned', after(45)],
    [100, ['lead'], 'breached', after(60)],
    [150, ['reassign'], 'escalated', after(90)],
  ]);
  expect(climbed.at(-1)?.clock).toMatchObject({ breachedAt: after(60), reached: 150, state: 'running' });
  expect(climb({ ...clock, reached: 150 }, { ...by, now: after(900) })).toEqual([]);
});

it('counts its steps in working time', () => {
  const calendar: Calendar = { ...aroundTheClock, week: [1, 2].map((day) => ({ day, from: 480, to: 510 })) };
  const slow = { ...clock, dueAt: new Date(start + 24 * 3_600_000 + 30 * 60_000) };
  expect(nextRung(slow, { ...by, calendar })).toEqual({ percent: 75, at: after(24 * 60 + 15) });
});
