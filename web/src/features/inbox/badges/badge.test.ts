import { given } from '../given.js';
import { clockBadge, stepFor, windowBadge } from './badge.js';

const now = Date.parse('2026-11-25T10:00:00.000Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const minute = 60_000;

describe('the badge of a clock', () => {
  const waiting = (dueIn: number, since: number) => given.row({ dueAt: at(dueIn), waitingSince: at(-since) });
  it.each([
    ['runs while there is time', waiting(120, 60), { kind: 'running', left: 120 * minute }],
    ['warns in the last quarter', waiting(30, 100), { kind: 'soon', left: 30 * minute }],
    ['warns in the last fifteen minutes', waiting(15, 5), { kind: 'soon', left: 15 * minute }],
    ['counts up when it is late', waiting(-7, 60), { kind: 'late', over: 7 * minute }],
    ['is not there without a clock', given.row(), null],
    ['is not there while we wait', given.row({ dueAt: at(5), state: 'waiting_customer' }), null],
  ])('%s', (_name, row, badge) => {
    expect(clockBadge(row, now)).toEqual(badge);
  });
});

describe('the badge of the network’s window', () => {
  it.each([
    ['shows from four hours before', given.row({ windowAt: at(239) }), { kind: 'closing', left: 239 * minute }],
    ['is silent before', given.row({ windowAt: at(241) }), null],
    ['says closed while an answer is owed', given.row({ windowAt: at(-1), waitingSince: at(-60) }), { kind: 'closed' }],
    ['is silent when none is', given.row({ windowAt: at(-1) }), null],
  ])('%s', (_name, row, badge) => {
    expect(windowBadge(row, now)).toEqual(badge);
  });
});

it.each([
  [90_000, 1000],
  [30 * minute, 15_000],
  [-30 * minute, 15_000],
  [180 * minute, minute],
])('words of %d ms change every %d ms', (ms, step) => {
  expect(stepFor(ms)).toBe(step);
});
