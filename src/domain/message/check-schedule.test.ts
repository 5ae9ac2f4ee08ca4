import { checkSchedule } from './check-schedule.js';

const now = new Date('2026-03-02T10:00:00.000Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const free = { closesAt: null, dueAt: null, now, network: 'messenger' };

it('goes at once when nothing is asked', () => {
  expect(checkSchedule({ sendAt: null, undoSeconds: 0 }, free)).toBeNull();
});

it('waits a moment in which it can be taken back', () => {
  expect(checkSchedule({ sendAt: null, undoSeconds: 10 }, free)).toEqual(inSeconds(10));
});

it.each([
  ['the window', { closesAt: inSeconds(9) }],
  ['the promise to the customer', { dueAt: inSeconds(10) }],
])('does not wait when %s would lapse meanwhile', (_name, change) => {
  expect(checkSchedule({ sendAt: null, undoSeconds: 10 }, { ...free, ...change })).toBeNull();
});

it('waits all the same when the promise is broken already', () => {
  expect(checkSchedule({ sendAt: null, undoSeconds: 10 }, { ...free, dueAt: inSeconds(-60) })).toEqual(inSeconds(10));
});

it('goes when it is told to', () => {
  const sendAt = inSeconds(3600);
  expect(checkSchedule({ sendAt, undoSeconds: 10 }, { ...free, closesAt: inSeconds(3601) })).toEqual(sendAt);
});

it.each([
  ['the window will be shut', { sendAt: inSeconds(3600) }, { closesAt: inSeconds(3600) }, 'reply.window-closed'],
  ['it is more than a month away', { sendAt: inSeconds(31 * 86_400) }, {}, 'reply.too-late'],
])('is refused when %s', (_name, asked, change, code) => {
  expect(() => checkSchedule({ undoSeconds: 0, ...asked }, { ...free, ...change })).toThrow(code);
});

it('takes an instant that has passed for "now"', () => {
  expect(checkSchedule({ sendAt: inSeconds(-5), undoSeconds: 0 }, free)).toBeNull();
});
