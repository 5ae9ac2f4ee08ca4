import type { MessageArrived } from '../../domain/message/inbound-event.js';
import modmail from './fixtures/modmail.json' with { type: 'json' };
import things from './fixtures/things.json' with { type: 'json' };
import { parse } from './parse.js';

const account = 'Northline_Care';
const messages = (body: unknown) =>
  parse(body, account).filter((event): event is MessageArrived => event.kind === 'message');

it('keeps one person’s comments under one post in one thread, and says what each answers', () => {
  const [first] = messages(things.comment);
  const [later] = messages(things['reply-in-inbox']);
  expect(first?.thread).toMatchObject({ key: 't3_1n0rth1:lea_ride', answers: ['t3_1n0rth1'] });
  expect(later?.thread).toMatchObject({ key: 't3_1n0rth1:lea_ride', answers: ['t1_nl10003'] });
  expect(later?.thread.post).toMatchObject({ id: 't3_1n0rth1', text: 'Fibre in Lyon' });
});

it('knows our own words by our name, whatever its letters are', () => {
  expect(messages(things.ours)[0]?.from).toBe('us');
  expect(parse(things.ours, 'northline_care')[0]).toMatchObject({ from: 'us' });
});

it('takes the second of an edit for its edition', () => {
  expect(messages(things.comment)[0]?.edition).toBe(0);
  expect(messages(things.edited)[0]?.edition).toBe(1772460600);
});

it('keeps a private exchange together by its first message, with its subject once', () => {
  const [first] = messages(things.private);
  const [answer] = messages(things['private-answer']);
  expect(first).toMatchObject({ thread: { key: 'pm:t4_pm0001' }, text: 'My contract\n\nThe number is 12345.' });
  expect(answer).toMatchObject({
    thread: { key: 'pm:t4_pm0001' },
    text: 'Found it.',
    from: 'us',
    with: { id: 'lea_ride' },
  });
});

it('takes moderators for us, and keeps their notes among themselves', () => {
  expect(messages(modmail)).toMatchObject([
    { from: { id: 'tom_pix' }, text: 'I was banned\n\nWhy?', thread: { key: 'modmail:c0nv1', space: 'private' } },
    { from: 'us', with: { id: 'tom_pix' }, text: 'By mistake, sorry.' },
  ]);
});

it('shows the pictures inside a comment and the one that a post points at', () => {
  expect(messages(things['with-picture'])[0]?.attachments).toEqual([
    { type: 'image', url: expect.stringContaining('p1c') },
  ]);
  expect(messages(things.post)[0]?.attachments).toEqual([{ type: 'image', url: 'https://i.example/box.png' }]);
});
