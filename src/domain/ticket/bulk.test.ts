import { bulkSkip, type BulkTicket } from './bulk.js';

const ana = { id: 'ana', role: 'adviser' } as const;
const lead = { id: 'lead', role: 'team_lead' } as const;
const ticket: BulkTicket = { state: 'open', lane: 'care', ownerId: null, priority: 3, topic: null };
const taken = { ...ticket, ownerId: 'ben' };

it.each([
  ['takes what nobody has', ana, { act: 'take' }, ticket, null],
  ['leaves what is theirs already', ana, { act: 'take' }, { ...ticket, ownerId: 'ana' }, 'already'],
  ['leaves what a colleague has', ana, { act: 'take' }, taken, 'taken'],
  ['unless they may hand out work', lead, { act: 'take' }, taken, null],
  ['has no right to assign', ana, { act: 'assign', agentId: 'ben' }, ticket, 'not-allowed'],
  ['assigns', lead, { act: 'assign', agentId: 'ben' }, ticket, null],
  ['leaves what is assigned so', lead, { act: 'assign', agentId: 'ben' }, taken, 'already'],
  ['does not see other lanes', ana, { act: 'take' }, { ...ticket, lane: 'expert' }, 'not-found'],
  ['leaves what is closed', lead, { act: 'close', outcome: 'spam' }, { ...ticket, state: 'closed' }, 'closed'],
  ['leaves what is in that lane', lead, { act: 'transfer', lane: 'care', note: 'x' }, ticket, 'already'],
  ['leaves what presses as much', lead, { act: 'priority', priority: 3 }, ticket, 'already'],
  ['takes a topic away once', lead, { act: 'topic', topic: null }, ticket, 'already'],
  ['changes a topic', lead, { act: 'topic', topic: 'billing' }, ticket, null],
] as const)('%s', (_name, actor, act, on, because) => {
  expect(bulkSkip(actor, act, on)).toBe(because);
});
