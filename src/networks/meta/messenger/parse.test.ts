import { parse } from '../parse.js';
import messaging from './fixtures/messaging.json' with { type: 'json' };

const page = '104800000000001';
const psid = '6600000000000021';
const person = { id: psid, name: '' };
const of = { network: 'messenger', account: page };
const sentAt = new Date('2026-03-02T08:15:30.500Z');

function only(body: unknown) {
  const events = parse(body, null);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('a message', () => {
  it('is one of the exchange with a person', () => {
    expect(only(messaging.text)).toEqual({
      ...of,
      kind: 'message',
      id: 'm_AbC-1',
      messageKind: 'direct',
      thread: { key: psid, space: 'private' },
      from: person,
      text: 'Ma box clignote 🔴',
      attachments: [],
      sentAt,
      edition: 0,
    });
  });

  it.each([
    ['with ids as numbers', messaging.numbers, { ...of, from: person, id: 'mid.1457764197618:41d102a3e1ae206a38' }],
    ['with a time in seconds', messaging.seconds, { sentAt: new Date('2026-03-02T08:15:30.000Z') }],
    ['that answers another', messaging.answer, { replyTo: 'm_AbC-0' }],
    ['of a button with words', messaging['quick-reply'], { text: 'Panne' }],
    ['that another app answers', messaging.standby, { text: 'au robot', from: person }],
    ['that the dashboard’s way of sending wraps', messaging['as-change'], { text: 'comme un changement' }],
    ['that the poll has read', messaging.polled, { from: { id: psid, name: 'Inès Carvalho' }, edition: 0 }],
  ])('is understood: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ kind: 'message', messageKind: 'direct', ...event });
  });

  it.each([
    ['a picture', messaging.picture, [{ type: 'image', url: 'https://scontent.example/a.jpg' }]],
    [
      'files',
      messaging.files,
      [
        { type: 'video', url: 'https://video.example/a.mp4' },
        { type: 'audio', url: 'https://cdn.example/a.mp3' },
        { type: 'file', url: 'https://cdn.example/facture.pdf', name: 'facture.pdf' },
      ],
    ],
    [
      'a thumb, as stickers once were',
      messaging.sticker,
      [{ type: 'sticker', url: 'https://scontent.example/thumb.png', title: '👍' }],
    ],
    [
      'a sticker that is told twice',
      messaging['sticker-twice'],
      [{ type: 'sticker', url: 'https://scontent.example/s.png' }],
    ],
    ['a place', messaging.location, [{ type: 'location', latitude: 48.84, longitude: 2.3, title: 'Ici' }]],
    ['a shared link', messaging['shared-link'], [{ type: 'link', url: 'https://aide.northline.test/', title: 'Aide' }]],
    [
      'a shared link with a payload that is text',
      messaging['shared-text'],
      [{ type: 'link', url: 'https://aide.northline.test/', title: 'Aide' }],
    ],
    ['a reel', messaging.reel, [{ type: 'video', url: 'https://www.facebook.com/reel/1', title: 'Reel' }]],
    ['a product', messaging.product, [{ type: 'link', url: 'https://cdn.example/box.png', title: 'Box, 39 €' }]],
    [
      'the story that it answers',
      messaging.story,
      [{ type: 'link', title: 'story', url: 'https://cdn.example/story' }],
    ],
    [
      'the advertisement that it came from',
      messaging['from-ad'],
      [{ type: 'link', url: 'https://cdn.example/ad.jpg', title: 'Fibre à 29 €' }],
    ],
    ['a new kind of thing', messaging['new-attachment'], [{ type: 'unsupported', url: 'https://cdn.example/x' }]],
    ['what Meta does not pass on', messaging.unsupported, [{ type: 'unsupported' }]],
  ])('brings %s', (_what, body, attachments) => {
    expect(only(body)).toHaveProperty('attachments', attachments);
  });

  it('is unsent under its own id', () => {
    expect(only(messaging.unsent)).toEqual({ ...of, kind: 'message-deleted', id: 'm_AbC-1', at: sentAt });
  });

  it('is edited, with a number that may be text', () => {
    expect(only(messaging.edited)).toMatchObject({ id: 'm_AbC-1', text: 'Ma box clignote en rouge', edition: 2 });
    expect(only(messaging['edit-zero'])).toEqual({ kind: 'ignored', what: 'messaging message_edit empty' });
  });

  it('of a guest moves to the person who turns out to be it', () => {
    expect(parse(messaging['guest-met'], null)).toMatchObject([
      { kind: 'thread-moved', from: 'ref:ref-77', to: psid },
      { kind: 'message', thread: { key: psid } },
    ]);
  });
});

describe('an echo', () => {
  const ours = { from: 'us', with: person, thread: { key: psid, space: 'private' } };

  it('of ours carries our mark', () => {
    expect(only(messaging.echo)).toMatchObject({
      ...ours,
      marker: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11',
      via: '1800200300400500',
    });
  });

  it.each([
    ['Meta’s inbox', messaging['echo-inbox'], 'Meta Business Suite', []],
    ['a program that is not named', messaging['echo-native'], 'Messenger', [{ type: 'link', title: 'Nos offres' }]],
    ['another program', messaging['echo-turned'], '99', []],
    ['the app that holds the thread', messaging['standby-echo'], '77', []],
  ])('of %s is somebody else’s', (_what, body, via, attachments) => {
    expect(only(body)).toMatchObject({ ...ours, via, attachments });
    expect(only(body)).not.toHaveProperty('marker');
  });
});

describe('signs', () => {
  it.each([
    ['a reaction', messaging.reaction, { kind: 'reaction', on: { message: 'm_AbC-2' }, emoji: '❤️', by: person }],
    ['one that is only named', messaging['reaction-by-name'], { emoji: '👎' }],
    ['one taken back', messaging['reaction-removed'], { emoji: null }],
    ['one of ours', messaging['our-reaction'], { by: 'us', emoji: '👍' }],
    ['a reading', messaging.read, { kind: 'receipt', state: 'read', thread: psid }],
  ])('are read: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ ...of, ...event });
  });

  it('of delivery name messages, and everything before', () => {
    const upTo = new Date('2026-03-02T08:15:41.000Z');
    expect(parse(messaging.delivered, null)).toEqual([
      { ...of, kind: 'receipt', state: 'delivered', thread: psid, messages: ['m_AbC-2'], upTo },
      { ...of, kind: 'receipt', state: 'delivered', thread: psid, upTo },
    ]);
  });
});

describe('a button', () => {
  it.each([
    ['with an id and words', messaging.button, { id: 'm_AbC-9', text: 'Parler à un conseiller' }],
    ['of older times', messaging['button-old'], { id: `postback:${psid}:${sentAt.getTime()}`, text: 'GET_STARTED' }],
    ['of a guest', messaging['button-of-guest'], { thread: { key: 'ref:ref-77' }, text: 'Oui' }],
  ])('says its words: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ kind: 'message', ...event });
  });
});

describe('what concerns the account', () => {
  it.each([
    ['warned', { level: 'warning', code: 'policy-warning', detail: 'Too many messages' }],
    ['blocked', { level: 'blocked', code: 'policy-block', detail: 'Spam' }],
    ['unblocked', { level: 'info', code: 'policy-unblock', detail: '' }],
    ['roles', { level: 'info', code: 'app-roles', detail: '123456789: primary_receiver' }],
  ] as const)('is a notice: %s', (name, notice) => {
    expect(only(messaging[name])).toMatchObject({ ...of, kind: 'account-notice', ...notice });
  });
});

describe('what is of no use', () => {
  it.each([
    ['referral', 'messaging referral'],
    ['opt-in', 'messaging optin'],
    ['passed', 'messaging pass_thread_control'],
    ['taken', 'messaging take_thread_control'],
    ['linked', 'messaging account_linking'],
    ['feedback', 'messaging messaging_feedback'],
    ['order', 'messaging order'],
    ['read-nothing', 'messaging read of nothing'],
    ['button-empty', 'messaging postback empty'],
    ['nobody', 'messaging message of nobody'],
    ['without-id', 'messaging message without an id'],
    ['test-button', 'entry of the test button'],
  ] as const)('is ignored by its name: %s', (name, what) => {
    expect(only(messaging[name])).toEqual({ kind: 'ignored', what });
  });
});

it('reads everything in one call: several Pages, messages and comments, this app’s and another’s', () => {
  const told = parse(messaging.several, null).map((event) =>
    event.kind === 'message' ? [event.network, event.account, event.text] : event,
  );
  expect(told).toEqual([
    ['messenger', page, 'un'],
    ['messenger', page, 'deux'],
    ['messenger', page, 'trois'],
    ['facebook', '104800000000002', 'quatre'],
    ['messenger', '104800000000002', 'cinq'],
  ]);
});
