import type { Actor } from '../team/policy.js';
import { isEmpty, keepsRevision, seesDraft } from './draft.js';

const care = { lane: 'care', ownerId: null } as const;
const karim: Actor = { id: 'karim', role: 'adviser' };
const ines: Actor = { id: 'ines', role: 'adviser' };
const lead: Actor = { id: 'nadia', role: 'team_lead' };
const expert: Actor = { id: 'sofia', role: 'expert' };

it.each([
  ['its writer', karim, { shared: false, shownTo: [] }, true],
  ['a colleague', ines, { shared: false, shownTo: [] }, false],
  ['a lead', lead, { shared: false, shownTo: [] }, false],
  ['a colleague, once shared', ines, { shared: true, shownTo: [] }, true],
  ['who took over', lead, { shared: false, shownTo: ['nadia'] }, true],
  ['another than who took over', ines, { shared: false, shownTo: ['nadia'] }, false],
  ['who does not see the ticket', expert, { shared: true, shownTo: ['sofia'] }, false],
])('is for %s: %#', (_who, actor, sight, sees) => {
  expect(seesDraft(actor, { authorId: 'karim', ...sight }, care)).toBe(sees);
});

it('stays its writer’s wherever the ticket goes', () => {
  const draft = { authorId: 'karim', shared: false, shownTo: [] };
  expect(seesDraft(karim, draft, { lane: 'expert', ownerId: null })).toBe(true);
  expect(seesDraft(karim, draft, null)).toBe(true);
});

it('is empty without words, line and files', () => {
  expect(isEmpty({ text: ' \n', line: null, fileIds: [] })).toBe(true);
  expect(isEmpty({ text: '', line: 'Hello', fileIds: [] })).toBe(false);
  expect(isEmpty({ text: '', line: null, fileIds: ['f'] })).toBe(false);
});

describe('of what is replaced', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const aMomentAgo = { lastKeptAt: new Date(now.getTime() - 10_000), now };
  const long = 'We have looked into your line, and the technician comes on Tuesday morning.';

  it('keeps something once a minute', () => {
    expect(keepsRevision({ text: 'Hello' }, { text: 'Hello L' }, aMomentAgo)).toBe(false);
    const aMinuteAgo = { lastKeptAt: new Date(now.getTime() - 60_000), now };
    expect(keepsRevision({ text: 'Hello' }, { text: 'Hello L' }, aMinuteAgo)).toBe(true);
    expect(keepsRevision({ text: 'Hello' }, { text: 'Hello L' }, { lastKeptAt: null, now })).toBe(true);
  });

  it('keeps it at once when much of it goes, wherever it stood', () => {
    expect(keepsRevision({ text: long }, { text: '' }, aMomentAgo)).toBe(true);
    expect(keepsRevision({ text: long }, { text: `Hello. ${long}` }, aMomentAgo)).toBe(false);
    expect(keepsRevision({ text: long }, { text: `${long.slice(0, 10)}, and${long.slice(60)}` }, aMomentAgo)).toBe(
      true,
    );
  });

  it('keeps nothing of an empty one', () => {
    expect(keepsRevision({ text: ' ' }, { text: 'Hello' }, { lastKeptAt: null, now })).toBe(false);
  });
});
