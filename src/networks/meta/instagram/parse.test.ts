import { parse } from '../parse.js';
import instagram from './fixtures/instagram.json' with { type: 'json' };

const account = '17841400000000011';
const person = '200000000000021';
const mid = 'aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOjE3ODQxNDAwMDAwMDAwMDExOjE';
const of = { network: 'instagram', account };
const ines = {
  id: person,
  name: 'ines.carvalho',
  handle: 'ines.carvalho',
  profileUrl: 'https://www.instagram.com/ines.carvalho/',
};

function only(body: unknown) {
  const events = parse(body, null);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('a comment', () => {
  it('is one of a person’s under a post', () => {
    expect(only(instagram.comment)).toEqual({
      ...of,
      kind: 'message',
      id: '17900000000000031',
      messageKind: 'comment',
      thread: { key: `17900000000000009:${person}`, space: 'public', post: { id: '17900000000000009' } },
      from: ines,
      text: 'Ma box clignote 🔴',
      attachments: [],
      sentAt: new Date('2026-03-02T08:15:31.000Z'),
      edition: 0,
    });
  });

  it.each([
    ['an answer', instagram.answer, { replyTo: '17900000000000031', thread: { answers: ['17900000000000031'] } }],
    ['ids as numbers', instagram.numbers, { id: '17900000000000', from: { id: '200000000021' } }],
    ['under an advertisement', instagram['on-ad'], { thread: { post: { id: '17900000000000009', text: 'Fibre' } } }],
    ['told flatly', instagram.flat, { id: '17900000000000031', from: ines }],
    ['in a live video', instagram.live, { id: '17900000000000037', from: ines }],
    ['ours', instagram.own, { from: 'us', via: 'Instagram', replyTo: '17900000000000031' }],
    ['ours, by the number that only the app knows', instagram['own-scoped'], { from: 'us' }],
    [
      'of nobody',
      instagram.thin,
      { from: { id: 'comment:17900000000000036', name: '' }, thin: 'comment:17900000000000036' },
    ],
    [
      'of nobody, read',
      instagram['read-back'],
      { from: { id: 'comment:17900000000000036', name: 'ines.carvalho' }, edition: 1, text: 'sans auteur' },
    ],
  ])('is understood: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ ...of, kind: 'message', messageKind: 'comment', ...event });
  });

  it('that is hidden is so here', () => {
    expect(parse(instagram.hidden, account)).toMatchObject([
      { kind: 'message', id: '17900000000000031' },
      { ...of, kind: 'message-hidden', id: '17900000000000031', hidden: true },
    ]);
  });
});

describe('a mention', () => {
  it('tells where, and what to ask for', () => {
    expect(only(instagram['mention-in-comment'])).toMatchObject({
      messageKind: 'mention',
      id: '17900000000000052',
      thin: 'mention:17900000000000051:17900000000000052',
      attachments: [{ type: 'unsupported' }],
      thread: { key: 'mention:17900000000000052:mention:17900000000000052', post: { id: '17900000000000051' } },
    });
    expect(only(instagram['mention-in-caption'])).toMatchObject({
      id: '17900000000000051',
      thin: 'mention:17900000000000051:',
    });
  });

  it('has words and a name once it was asked for', () => {
    const thin = only(instagram['mention-in-comment']);
    const read = only(instagram['mention-read']);
    expect(read).toMatchObject({
      id: '17900000000000052',
      text: '@northline une panne ?',
      edition: 1,
      from: { id: 'mention:17900000000000052', handle: 'ines.carvalho' },
      thread: { post: { permalink: 'https://www.instagram.com/p/abc/' } },
    });
    expect(read).not.toHaveProperty('thin');
    expect([thin, read].map((event) => event?.kind === 'message' && event.thread.key)).toEqual([
      'mention:17900000000000052:mention:17900000000000052',
      'mention:17900000000000052:mention:17900000000000052',
    ]);
  });
});

describe('a private message', () => {
  it.each([
    ['words', instagram.text, { text: 'Vous livrez à Córdoba ?', from: { id: person, name: '' } }],
    ['a picture', instagram.picture, { attachments: [{ type: 'image', url: 'https://cdn.example/a.jpg' }] }],
    ['a post that is shared', instagram.share, { attachments: [{ type: 'link', title: 'une photo' }] }],
    [
      'an answer to a story',
      instagram['story-reply'],
      { attachments: [{ type: 'link', url: 'https://cdn.example/story' }] },
    ],
    ['a story that names us', instagram['story-mention'], { text: '', attachments: [{ type: 'link' }] }],
    ['what is not passed on', instagram.unsupported, { attachments: [{ type: 'unsupported' }] }],
    ['an edit', instagram.edited, { text: 'Vous livrez à Cordoue ?', edition: 1 }],
    ['ours', instagram.echo, { from: 'us', with: { id: person }, via: 'Instagram' }],
    ['a button', instagram.button, { text: 'Suivre' }],
    ['in standby, with times as text', instagram.standby, { sentAt: new Date('2026-03-02T08:15:30.000Z') }],
    ['as a change', instagram['as-change'], { sentAt: new Date(1_772_439_330_500) }],
    ['that the poll has read', instagram.polled, { from: { id: person, name: 'ines.carvalho' } }],
  ])('is understood: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({
      ...of,
      kind: 'message',
      messageKind: 'direct',
      thread: { key: person, space: 'private' },
      ...event,
    });
  });

  it('was read, with all before it', () => {
    expect(only(instagram.seen)).toMatchObject({
      ...of,
      kind: 'receipt',
      state: 'read',
      messages: [mid],
      andBefore: true,
      thread: person,
    });
  });

  it('gets reactions, and loses them, in order', () => {
    expect(parse(instagram['reaction-twice'], null)).toMatchObject([
      { ...of, kind: 'reaction', on: { message: mid }, emoji: '❤️' },
      { ...of, kind: 'reaction', on: { message: mid }, emoji: null },
    ]);
  });

  it('is unsent', () => {
    expect(only(instagram.unsent)).toMatchObject({ ...of, kind: 'message-deleted', id: mid });
  });
});

it.each([
  ['a story of ours that names somebody', instagram['our-story-mention'], 'messaging story of ours'],
  ['an edit that is none', instagram['edit-zero'], 'messaging message_edit empty'],
  ['a referral', instagram.referral, 'messaging referral'],
  ['figures of a story', instagram.insights, 'field story_insights'],
  ['a change without a value', instagram['no-value'], 'comments without a value'],
  ['the dashboard’s test', instagram['test-button'], 'entry of the test button'],
])('ignores %s', (_what, body, what) => {
  expect(only(body)).toEqual({ kind: 'ignored', what });
});
