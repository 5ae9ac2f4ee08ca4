import { Clock } from '../platform/clock.js';
import { Budget } from './budget.js';

class HandClock extends Clock {
  constructor(private ms: number) {
    super();
  }
  now(): Date {
    return new Date(this.ms);
  }
  turn(ms: number): void {
    this.ms += ms;
  }
}

it('allows a few at once, and then as many as time brings back', () => {
  const clock = new HandClock(0);
  const budget = new Budget(clock, { atOnce: 3, perSecond: 2 });
  const spend = (times: number) => Array.from({ length: times }, () => budget.spend());
  expect(spend(4)).toEqual([true, true, true, false]);
  clock.turn(499);
  expect(spend(1)).toEqual([false]);
  clock.turn(1);
  expect(spend(2)).toEqual([true, false]);
  clock.turn(60_000);
  expect(spend(4)).toEqual([true, true, true, false]);
});
