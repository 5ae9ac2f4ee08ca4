import { everywhere } from '../team/reach.js';
import { chooseAgent, slotsOf, type Candidate, type TicketToGive } from './choose-agent.js';

const someone = (id: string, change: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id.toUpperCase(),
  role: 'adviser',
  languages: ['fr', 'en'],
  skills: {},
  teams: [],
  availability: 'available',
  absent: false,
  connected: true,
  onShift: true,
  onCall: false,
  reach: everywhere,
  deciding: false,
  load: 0,
  capacity: 8,
  lastAssignedAt: null,
  ...change,
});
const ticket: TicketToGive = {
  lane: 'care',
  language: 'fr',
  skills: [],
  teamId: null,
  neighbourId: null,
  widening: 'as-asked',
  slots: 1,
  urgent: false,
  network: 'mastodon',
  accountId: 'shop',
  brand: 'Northline',
  lastOwnerId: null,
  lastOwnerStandsIn: false,
  gaveBack: [],
  offerSeconds: null,
  declined: [],
  noAnswer: [],
};
const chosen = (of: TicketToGive, ...candidates: Candidate[]) => {
  const choice = chooseAgent(of, candidates);
  return choice.to === 'agent' ? choice.agent.id : 'queue';
};

it('gives to the least busy by share of their slots, not by number', () => {
  expect(chosen(ticket, someone('a', { load: 3, capacity: 4 }), someone('b', { load: 4, capacity: 8 }))).toBe('b');
});

it('among equals gives to who has waited longest, then by id, whatever their order', () => {
  const early = someone('z', { lastAssignedAt: new Date(1) });
  const late = someone('a', { lastAssignedAt: new Date(2) });
  expect(chosen(ticket, late, early)).toBe('z');
  expect(chosen(ticket, someone('b'), someone('a'))).toBe('a');
  expect(chosen(ticket, someone('a'), someone('b'))).toBe('a');
});

it('gives back to the last owner, busy or not, as long as there is room', () => {
  const busy = someone('b', { load: 7 });
  expect(chosen({ ...ticket, lastOwnerId: 'b' }, someone('a'), busy)).toBe('b');
  expect(chosen({ ...ticket, lastOwnerId: 'b' }, someone('a'), someone('b', { load: 8 }))).toBe('a');
});

it.each([
  ['not-connected', { connected: false }, ticket],
  ['not-available', { availability: 'finishing' as const }, ticket],
  ['language', { languages: ['en'] }, ticket],
  ['full', { load: 7 }, { ...ticket, slots: 2 }],
  ['gave-back', {}, { ...ticket, gaveBack: ['a'] }],
  ['declined', {}, { ...ticket, declined: ['a'] }],
  ['no-answer', {}, { ...ticket, noAnswer: ['a'] }],
  ['deciding', { deciding: true }, { ...ticket, offerSeconds: 30 }],
  ['absent', { absent: true }, ticket],
  ['account', { reach: { ...everywhere, networks: ['facebook'] } }, ticket],
  ['account', { reach: { ...everywhere, accounts: ['press'] } }, ticket],
  ['account', { reach: { ...everywhere, brands: ['Other'] } }, { ...ticket, brand: null }],
  ['off-shift', { onShift: false, onCall: true }, ticket],
  ['off-shift', { onShift: false }, ticket],
  ['team', { teams: ['mobile'] }, { ...ticket, teamId: 'fibre' }],
  ['skill', { skills: { fibre: 1 } }, { ...ticket, skills: [{ name: 'fibre', level: 2 }] }],
])('leaves out who cannot, and says why: %s', (because, change, of) => {
  const choice = chooseAgent(of, [someone('a', change)]);
  expect(choice).toEqual({ to: 'queue', excluded: [{ name: 'A', because }] });
});

it('gives nobody work of a lane that is not theirs, and does not mention them', () => {
  const others = [someone('cm', { role: 'community_manager' }), someone('lead', { role: 'team_lead' })];
  expect(chooseAgent(ticket, others)).toEqual({ to: 'queue', excluded: [] });
  expect(chosen({ ...ticket, lane: 'community' }, ...others)).toBe('cm');
});

it.each([
  ['as-asked', ['expert-of-team']],
  ['any-level', ['expert-of-team', 'beginner-of-team']],
  ['neighbours', ['expert-of-team', 'beginner-of-team', 'neighbour']],
  ['tray', ['expert-of-team', 'beginner-of-team', 'neighbour']],
] as const)('asks less of people the longer it waits: %s', (widening, able) => {
  const people = [
    someone('expert-of-team', { teams: ['fibre'], skills: { fibre: 3 } }),
    someone('beginner-of-team', { teams: ['fibre'], skills: { fibre: 1 } }),
    someone('neighbour', { teams: ['mobile'], skills: { fibre: 1 } }),
    someone('stranger', { teams: ['shop'], skills: { fibre: 3 } }),
    someone('unskilled', { teams: ['fibre'] }),
  ];
  const skills = [{ name: 'fibre', level: 2 }];
  const of = { ...ticket, skills, teamId: 'fibre', neighbourId: 'mobile', widening };
  expect(people.filter((one) => chosen(of, one) === one.id).map(({ id }) => id)).toEqual(able);
});

it('counts a private message twice, a hot case three times, and what waits for the customer a quarter', () => {
  expect(slotsOf({ space: 'public', ours: true, priority: 3 })).toBe(1);
  expect(slotsOf({ space: 'private', ours: true, priority: 3 })).toBe(2);
  expect(slotsOf({ space: 'public', ours: true, priority: 1 })).toBe(3);
  expect(slotsOf({ space: 'private', ours: false, priority: 3 })).toBe(0.5);
});

it('calls who is on call only for what cannot wait, and only when nobody at work can', () => {
  const called = [
    someone('b', { onShift: false, onCall: true, load: 1 }),
    someone('a', { onShift: false, onCall: true }),
  ];
  const urgent = { ...ticket, urgent: true };
  expect(chosen(ticket, ...called)).toBe('queue');
  expect(chosen(urgent, ...called, someone('c', { load: 7 }))).toBe('c');
  expect(chosen(urgent, ...called, someone('c', { load: 8 }))).toBe('a');
  expect(chosen(urgent, someone('b', { onShift: false, onCall: true, load: 8 }))).toBe('queue');
  expect(
    chooseAgent(urgent, [someone('a', { onShift: false, onCall: true }), someone('c', { load: 8 })]),
  ).toMatchObject({
    because: 'on-call',
    excluded: [{ name: 'C', because: 'full' }],
  });
});

it('gives to who may work on the account, whichever way it was said', () => {
  const reach = { networks: ['mastodon'], accounts: ['shop', 'press'], brands: ['Northline'] };
  expect(chosen(ticket, someone('a', { reach }))).toBe('a');
});
