import type { LadderStep, PolicyConditions, SlaBook, SlaPolicy } from './policy.js';

export const always: PolicyConditions = {
  networks: [],
  kinds: [],
  lanes: [],
  topics: [],
  priorities: [],
  vip: null,
  brands: [],
};

export const defaultLadder: readonly LadderStep[] = [
  { percent: 75, act: 'owner' },
  { percent: 100, act: 'lead' },
  { percent: 150, act: 'reassign' },
];

/** What a workspace promises until it says something of its own: an answer, and within the house what it takes, at any hour. */
const defaultPolicy: SlaPolicy = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Relais',
  calendarId: null,
  when: always,
  targets: {
    first_reply: [15, 30, 60, 240],
    next_reply: [15, 30, 60, 240],
    approval: [10, 15, 30, 120],
    expert: [60, 120, 240, 480],
  },
  ladder: defaultLadder,
};

export const defaultBook: SlaBook = { version: 0, calendars: [], policies: [defaultPolicy] };
