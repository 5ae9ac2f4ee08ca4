import { urgentAt } from './urgency.js';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const plain = { priority: 3, vip: false };

it.each([
  ['the promise', at('12:00'), null, plain, at('12:00')],
  ['the window, when it is nearer', at('12:00'), at('11:00'), plain, at('11:00')],
  ['what is urgent, half an hour earlier', at('12:00'), null, { priority: 1, vip: false }, at('11:30')],
  ['a VIP, a quarter earlier', at('12:00'), null, { priority: 3, vip: true }, at('11:45')],
  ['both', at('12:00'), null, { priority: 1, vip: true }, at('11:15')],
])('puts in order by %s', (_name, due, window, pressing, expected) => {
  expect(urgentAt(due, window, pressing)).toEqual(expected);
});

it('puts what nothing presses last', () => {
  expect(urgentAt(null, null, { priority: 1, vip: true }).getUTCFullYear()).toBe(9999);
});
