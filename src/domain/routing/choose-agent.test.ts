import { chooseAgent, slotsOf, type Candidate, type TicketToGive } from './choose-agent.js';

const someone = (id: string, change: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id.toUpperCase(),
  role: 'adviser',
  languages: ['fr', 'en'],
  availability: 'available',
  connected: true,
  load: 0,
  capacity: 8,
  lastAssignedAt: null,
  ...change,
});
const ticket: TicketToGive = { lane: 'care', language: 'fr', slots: 1, lastOwnerId: null, gaveBack: [] };
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
])('leaves out who cannot, and says why: %s', (because, change, of) => {
  const choice = chooseAgent(of, [someone('a', change)]);
  expect(choice).toEqual({ to: 'queue', excluded: [{ name: 'A', because }] });
});

it('gives nobody work of a lane that is not theirs, and does not mention them', () => {
  const others = [someone('cm', { role: 'community_manager' }), someone('lead', { role: 'team_lead' })];
  expect(chooseAgent(ticket, others)).toEqual({ to: 'queue', excluded: [] });
  expect(chosen({ ...ticket, lane: 'community' }, ...others)).toBe('cm');
});

it('counts a private message twice, and what waits for the customer a quarter', () => {
  expect(slotsOf({ space: 'public', ours: true })).toBe(1);
  expect(slotsOf({ space: 'private', ours: true })).toBe(2);
  expect(slotsOf({ space: 'private', ours: false })).toBe(0.5);
});
