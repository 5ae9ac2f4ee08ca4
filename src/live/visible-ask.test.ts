import { isInAskList, type Actor, type AskView, type LiveEvent } from '../contract/index.js';
import { visibleEvent } from './visible-event.js';

const care = { lane: 'care', ownerId: null } as const;
const sofia: Actor = { id: 'sofia', role: 'expert' };
const marc: Actor = { id: 'marc', role: 'expert' };
const ana: Actor = { id: 'ana', role: 'adviser' };
const cm: Actor = { id: 'cm', role: 'community_manager' };

function ask(change: Partial<AskView> = {}): AskView {
  const at = '2026-11-25T10:00:00.000Z';
  return {
    ...{ id: 'a', ticketId: 't', ticketNumber: 1, version: 1, state: 'asked', mode: 'public', topic: null },
    ...{ question: 'Call 06 12 34 56 78?', unmasked: false, signature: 'Sofia', at, dueAt: at, warned: false },
    ...{ asker: { id: 'ana', name: 'Ana' }, expert: { id: 'sofia', name: 'Sofia' }, laterUntil: null, draft: null },
    ...{ draftRevision: 0, advice: 'Not to 06 12 34 56 78', reviewer: null, answer: null, messageId: null },
    holdingReply: '',
    ...change,
  };
}

function heard(actor: Actor, change: Partial<AskView> = {}, wasExpertId: string | null = null): LiveEvent | null {
  const event: LiveEvent = { type: 'ask.changed', ticketId: 't', ask: ask(change), wasExpertId };
  return visibleEvent(actor, { event, scope: care });
}

it('tells an expert of their question wherever the ticket stands, and never who the customer is', () => {
  expect(JSON.stringify(heard(sofia))).toContain('●●●');
  expect(JSON.stringify(heard(sofia))).not.toContain('06 12');
  expect(JSON.stringify(heard(sofia, { unmasked: true }))).toContain('06 12');
});

it('tells colleagues who see the ticket everything, and nobody else anything', () => {
  for (const actor of [ana, cm]) expect(JSON.stringify(heard(actor))).toContain('06 12');
  expect(heard(marc)).toBeNull();
});

it('takes the question off the screen of an expert who is no longer asked, and tells them no more of it', () => {
  expect(heard(marc, {}, 'marc')).toEqual({ type: 'ask.left', ticketId: 't', askId: 'a' });
});

it.each([
  ['mine', sofia, {}, true],
  ['mine', ana, {}, true],
  ['mine', cm, {}, false],
  ['waiting', cm, {}, true],
  ['waiting', cm, { state: 'expired' }, true],
  ['waiting', ana, {}, false],
  ['to-review', cm, { state: 'in_review' }, true],
  ['to-review', sofia, { state: 'in_review' }, false],
  ['published', cm, { state: 'approved' }, true],
  ['published', cm, { state: 'withdrawn' }, false],
] as const)('has in the list %s of %j what is %j: %s', (list, actor, change, isIn) => {
  expect(isInAskList(actor, list, ask(change))).toBe(isIn);
});
