import { placeMessage } from './place-message.js';

const now = new Date('2026-03-02T10:00:00.000Z');
const closed = (hoursAgo: number) => ({
  state: 'closed' as const,
  closedAt: new Date(now.getTime() - hoursAgo * 3_600_000),
});

it.each([
  ['a first message', null, false, 'new'],
  ['a message of an open ticket', { state: 'open' as const, closedAt: null }, false, 'join'],
  ['one an hour after closing', closed(1), false, 'reopen'],
  ['one a day after closing', closed(24), false, 'reopen'],
  ['one more than a day after', closed(24.1), false, 'new'],
  ['a thanks an hour after', closed(1), true, 'join'],
  ['a thanks a week after', closed(168), true, 'join'],
])('puts %s where it belongs', (_name, ticket, thanks, place) => {
  expect(placeMessage(ticket, thanks, now)).toBe(place);
});
