import { actNeeded, moderationRefusal, needsSecondPerson, type ModeratedMessage } from './moderation.js';

const comment: ModeratedMessage = {
  direction: 'in',
  space: 'public',
  sent: true,
  hidden: false,
  deleted: false,
  liked: false,
  text: 'You are thieves',
};
const all = ['hide', 'unhide', 'delete', 'like', 'unlike', 'edit-own'] as const;
const ask = { act: 'hide', reason: 'insult', text: null } as const;

it.each([
  ['hides a comment, with a reason', comment, ask, null],
  ['never hides without one', comment, { ...ask, reason: null }, 'reason'],
  ['nor deletes', comment, { act: 'delete', reason: null, text: null }, 'reason'],
  ['needs none to show again', { ...comment, hidden: true }, { act: 'unhide', reason: null, text: null }, null],
  ['does nothing twice', { ...comment, hidden: true }, ask, 'already'],
  ['cannot show what is shown', comment, { act: 'unhide', reason: null, text: null }, 'already'],
  ['does nothing to what is gone', { ...comment, deleted: true }, ask, 'gone'],
  ['nor to what the network has not got', { ...comment, sent: false }, ask, 'not-possible'],
  ['leaves private words alone', { ...comment, space: 'private' }, ask, 'private'],
  ['but takes our own back', { ...comment, space: 'private', direction: 'out' }, { ...ask, act: 'delete' }, null],
  ['corrects only what is ours', comment, { act: 'edit-own', reason: null, text: 'x' }, 'not-possible'],
  ['with other words', { ...comment, direction: 'out' }, { act: 'edit-own', reason: null, text: comment.text }, 'text'],
  ['likes in private too', { ...comment, space: 'private' }, { act: 'like', reason: null, text: null }, null],
] as const)('%s', (_name, message, wish, refusal) => {
  expect(moderationRefusal(message, wish, all)).toBe(refusal);
});

it('does only what the network offers', () => {
  expect(moderationRefusal(comment, ask, ['like'])).toBe('not-possible');
});

it('deletes only what we said where the network has no more', () => {
  const wish = { act: 'delete', reason: 'insult', text: null } as const;
  expect(moderationRefusal(comment, wish, ['delete-own'])).toBe('not-possible');
  expect(moderationRefusal({ ...comment, direction: 'out' }, wish, ['delete-own'])).toBeNull();
});

it('asks a higher right for what cannot be taken back, but lets authors correct themselves', () => {
  expect(actNeeded('hide', false)).toBe('message.moderate-lightly');
  expect(actNeeded('delete', true)).toBe('message.moderate');
  expect([actNeeded('edit-own', true), actNeeded('edit-own', false)]).toEqual(['message.edit-own', 'message.moderate']);
});

it('needs a second person for deletions, where that is wanted', () => {
  expect([needsSecondPerson('delete', true), needsSecondPerson('delete', false)]).toEqual([true, false]);
  expect(needsSecondPerson('hide', true)).toBe(false);
});
