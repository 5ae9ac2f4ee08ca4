import notifications from './fixtures/notifications.json' with { type: 'json' };
import statuses from './fixtures/statuses.json' with { type: 'json' };
import { parse } from './parse.js';

const us = '109500000000000001';
const ines = { id: '110200000000000007', name: 'Inès Carvalho', handle: 'ines@pouet.example' };

function only(body: unknown) {
  const events = parse(body, us);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('what people write', () => {
  it('reads a mention as a thread of its own, with its links, breaks and picture', () => {
    expect(only(notifications.mention)).toMatchObject({
      kind: 'message',
      account: us,
      id: '116200000000000101',
      messageKind: 'mention',
      thread: { key: '116200000000000101:110200000000000007', space: 'public' },
      from: { ...ines, followers: 57, isBot: false, profileUrl: 'https://pouet.example/@ines' },
      text: 'ma fibre est coupée depuis hier.\nQue faire ?\n\nTicket: https://aide.northline.test/suivi?n=4411&t=1 #Panne',
      attachments: [
        {
          type: 'image',
          url: 'https://social.relais.test/media/55001.jpeg',
          title: 'Un boîtier, voyant rouge',
        },
      ],
      sentAt: new Date('2026-03-02T08:15:30.120Z'),
      edition: 0,
      language: 'fr',
    });
  });

  it('reads a reply under our post as a comment of one person under it', () => {
    expect(only(notifications['reply-to-our-post'])).toMatchObject({
      messageKind: 'comment',
      thread: {
        key: '116190000000000050:110200000000000009',
        space: 'public',
        answers: ['116190000000000050'],
        post: { id: '116190000000000050', by: 'us', text: 'Nos boutiques ferment à 18 h ce soir.' },
      },
      text: 'et dimanche ?',
      replyTo: '116190000000000050',
    });
  });

  it('keeps direct messages in one thread with each person, never joined to what they answer', () => {
    const event = only(notifications.direct);
    expect(event).toMatchObject({
      messageKind: 'direct',
      text: 'données\n\nmon numéro de client est le 0042',
      replyTo: '116200000000000090',
    });
    expect(event).toHaveProperty('thread', { key: 'direct:110200000000000007', space: 'private' });
  });

  it.each([
    ['followers-only', 'mention', '116200000000000104:110200000000000007', 'merci @northline !'],
    ['quote', 'quote', '116200000000000105:110200000000000009', 'Ils ferment tôt'],
    ['minimal', 'mention', '4:9', ''],
    ['letters', 'mention', '9qZkTf:9qZkTe', 'Bonjour\n\n * un\n * deux'],
  ] as const)('reads %s', (name, messageKind, key, text) => {
    expect(only(notifications[name])).toMatchObject({
      messageKind,
      thread: { key, space: 'public' },
      text,
    });
  });

  it('names what a quote quotes', () => {
    expect(only(notifications.quote)).toMatchObject({
      thread: { post: { id: '116190000000000050', by: 'us' } },
    });
  });

  it('reads an edit as a newer edition of the same message in the same thread', () => {
    expect(only(statuses.edited)).toMatchObject({
      id: '116200000000000101',
      thread: { key: '116200000000000101:110200000000000007' },
      edition: Date.parse('2026-03-02T09:00:00.000Z'),
      text: 'ma fibre est revenue',
    });
  });

  it('reads a favourite of our post as a reaction to it', () => {
    expect(only(notifications.favourite)).toMatchObject({
      kind: 'reaction',
      on: { post: '116190000000000050' },
      by: ines,
      emoji: '⭐',
    });
  });

  it('cannot tell a message from a post when one is deleted, and says both', () => {
    const at = new Date('2026-03-02T10:00:00.000Z');
    expect(parse(statuses.gone, us)).toEqual([
      { kind: 'message-deleted', account: us, id: '116200000000000101', at },
      { kind: 'post-deleted', account: us, id: '116200000000000101', at },
    ]);
  });
});

describe('what we write', () => {
  it('reads a public reply as an echo in the thread of the person', () => {
    expect(only(statuses['echo-public'])).toMatchObject({
      from: 'us',
      with: { id: ines.id, handle: ines.handle },
      thread: {
        key: '116200000000000101:110200000000000007',
        answers: ['116200000000000101'],
        post: { id: '116200000000000101', by: ines },
      },
      via: 'Relais',
    });
  });

  it('reads a direct reply as an echo in the exchange with the person', () => {
    expect(only(statuses['echo-direct'])).toMatchObject({
      from: 'us',
      with: { id: ines.id },
      messageKind: 'direct',
      thread: { key: 'direct:110200000000000007', space: 'private' },
    });
  });

  it('reads what answers nobody as a post', () => {
    expect(only(statuses['own-post'])).toMatchObject({
      kind: 'post',
      post: { id: '116190000000000050', by: 'us', permalink: expect.any(String) },
    });
  });
});

describe('what cannot be used', () => {
  it.each([
    ['an unknown notification', { relais: 'poll', notification: { type: 'toString' } }],
    ['a mention without a status', { relais: 'poll', notification: { type: 'mention', status: null } }],
    ['a mention without an author', { relais: 'poll', notification: { type: 'mention', status: { id: '1' } } }],
    ['a boost', { relais: 'poll', status: { id: '1', account: { id: '2' }, reblog: { id: '3' } } }],
    ['a favourite of nothing', { relais: 'poll', notification: { type: 'favourite', account: { id: 4 } } }],
    ['a deletion without an id', { relais: 'poll', gone: {} }],
    ['a notification that is text', { relais: 'poll', notification: 'mention' }],
    ['an unknown body', { relais: 'poll', weather: 'fine' }],
    ['a body that did not come by the poll', { notification: {} }],
  ])('ignores %s', (_name, body) => {
    expect(only(body)).toMatchObject({ kind: 'ignored' });
  });

  it.each([[null], ['text'], [[]], [7]])('refuses %j, which is no body', (body) => {
    expect(() => parse(body, us)).toThrow('a Mastodon body is an object');
  });
});
