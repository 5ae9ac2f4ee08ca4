import { causeFor, checkSnooze, leftOfWaiting, waitingState } from './put-off.js';

const now = new Date('2026-03-02T10:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const ask = { until: at(1), now, dueAt: at(2), confirmed: false };

it.each([
  ['before the promise', ask, null],
  ['up to the promise', { ...ask, until: at(2) }, null],
  ['beyond it', { ...ask, until: at(3) }, 'snooze.beyond-target'],
  ['beyond it, with a lead’s word', { ...ask, until: at(3), confirmed: true }, null],
  ['where nothing is promised', { ...ask, until: at(300), dueAt: null }, null],
  ['into the past', { ...ask, until: now }, 'snooze.past'],
  ['into the past, whoever says so', { ...ask, until: at(-1), confirmed: true }, 'snooze.past'],
])('%s', (_name, wish, code) => {
  const check = () => {
    checkSnooze(wish);
  };
  if (code === null) expect(check).not.toThrow();
  else expect(check).toThrow(code);
});

it('sleeps on only where it was put off in spite of the customer', () => {
  expect(causeFor({ state: 'snoozed', wakeOnCustomer: false }, 'customer-wrote')).toBe('other');
  expect(causeFor({ state: 'snoozed', wakeOnCustomer: true }, 'customer-wrote')).toBe('customer-wrote');
  expect(causeFor({ state: 'open', wakeOnCustomer: false }, 'customer-wrote')).toBe('customer-wrote');
  expect(causeFor({ state: 'snoozed', wakeOnCustomer: false }, 'answered')).toBe('answered');
});

it('waits for the customer or for ourselves, and forgets both when it is worked on', () => {
  expect([waitingState('customer'), waitingState('third_party')]).toEqual(['waiting_customer', 'waiting_internal']);
  expect(leftOfWaiting('open')).toEqual({ snoozedUntil: null, wakeOnCustomer: true, waitingFor: null });
  expect(leftOfWaiting('snoozed')).toEqual({ waitingFor: null });
  expect(leftOfWaiting('waiting_internal')).toEqual({ snoozedUntil: null, wakeOnCustomer: true });
});
