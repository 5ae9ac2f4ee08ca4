import { parse } from '../parse.js';
import feed from './fixtures/feed.json' with { type: 'json' };

const page = '104800000000001';
const ines = { id: '7400000000000011', name: 'Inès Carvalho' };
const post = `${page}_5001`;
const of = { network: 'facebook', account: page };

function only(body: unknown) {
  const events = parse(body, null);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('a comment', () => {
  it('is one person’s under one post', () => {
    expect(only(feed.comment)).toEqual({
      ...of,
      kind: 'message',
      id: '5001_9001',
      messageKind: 'comment',
      thread: {
        key: `${post}:${ines.id}`,
        space: 'public',
        post: { id: post, permalink: 'https://www.facebook.com/104800000000001/posts/5001' },
      },
      from: ines,
      text: 'Ma fibre est coupée depuis hier 😡 https://aide.northline.test/suivi?n=4411',
      attachments: [],
      sentAt: new Date('2026-03-02T08:15:30.000Z'),
      edition: 0,
      permalink: 'https://www.facebook.com/5001_9001',
    });
  });

  it('names the comment that it answers, and has the thread of its own author', () => {
    expect(only(feed.answer)).toMatchObject({
      replyTo: '5001_9001',
      thread: { key: `${post}:7400000000000012`, answers: ['5001_9001'], post: { id: post } },
    });
    expect(only(feed.comment)).not.toHaveProperty('replyTo');
  });

  it('becomes a newer edition, the last of one call being the newest', () => {
    expect(only(feed.edited)).toMatchObject({ text: 'Ma fibre est coupée depuis lundi', edition: 1_772_439_400_000 });
    const editions = parse(feed['two-edits'], null).flatMap((event) => (event.kind === 'message' ? event.edition : []));
    expect(editions).toEqual([1_772_439_400_000, 1_772_439_400_001]);
  });

  it.each([
    ['removed', feed.removed, { kind: 'message-deleted', at: new Date('2026-03-02T08:18:20.000Z') }],
    ['hidden', feed.hidden, { kind: 'message-hidden', hidden: true }],
    ['shown again', feed.shown, { kind: 'message-hidden', hidden: false }],
  ])('is %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ ...of, ...event, id: '5001_9001' });
  });

  it.each([
    ['a photo', feed.photo, { type: 'image', url: 'https://scontent.example/box.jpg?oh=1&oe=2' }],
    ['a film', feed.video, { type: 'video', url: 'https://video.example/box.mp4' }],
    ['something that Meta does not tell', feed.sticker, { type: 'unsupported' }],
  ])('brings %s', (_what, body, attachment) => {
    expect(only(body)).toHaveProperty('attachments', [attachment]);
  });

  it('is read better by the poll where the webhook told nothing', () => {
    expect(only(feed['polled-sticker'])).toMatchObject({
      id: '5001_9001',
      edition: 1,
      attachments: [{ type: 'gif', url: 'https://external.example/chat.gif', title: 'Chat' }],
    });
  });

  it('is of somebody even when nobody is named', () => {
    const from = { id: 'anonymous:5001_9001', name: 'Facebook user' };
    expect(only(feed.nobody)).toMatchObject({ from, thread: { key: `${post}:${from.id}` } });
  });

  it.each([
    ['an older shape', feed.legacy, { from: ines, text: 'Bonjour' }],
    ['without item and verb', feed['without-verb'], { from: ines, text: 'Bonjour' }],
    ['under an advertisement', feed['ad-comment'], { from: ines, thread: { post: { id: `${page}_5099` } } }],
    ['of nothing but ids', feed['only-ids'], { id: '5001_9001', thread: { key: expect.any(String) } }],
    [
      'with numbers beyond 2^53',
      feed['large-ids'],
      { id: '9007199254740993_9007199254740995', from: { id: '9007199254740997' } },
    ],
  ])('is understood: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ kind: 'message', messageKind: 'comment', ...event });
  });

  it('of ours is an echo, in the thread of what it answers', () => {
    expect(only(feed.echo)).toMatchObject({
      from: 'us',
      via: 'Facebook',
      replyTo: '5001_9001',
      thread: { answers: ['5001_9001', post] },
    });
    expect(only(feed['echo-on-post'])).toMatchObject({ from: 'us', thread: { answers: [post] } });
  });

  it('whose words cannot be stored as they are is stored as well as can be', () => {
    const value = { ...feed.comment.entry[0]?.changes[0]?.value, message: 'half \ud83d and \u0000 nothing' };
    const body = { object: 'page', entry: [{ id: page, time: 1, changes: [{ field: 'feed', value }] }] };
    expect(only(body)).toMatchObject({ text: 'half \ufffd and  nothing' });
  });
});

describe('what stands on the Page by itself', () => {
  it.each([
    ['own-post', { text: 'Nos boutiques ferment à 18 h.' }],
    ['own-edited', { text: 'Nos boutiques ferment à 19 h.' }],
    ['own-photos', { imageUrl: 'https://scontent.example/1.jpg' }],
    ['own-photo', { imageUrl: 'https://scontent.example/1.jpg', text: 'Nouveau' }],
    ['own-share', { id: `${page}_5002` }],
    ['own-album', { id: '5003' }],
  ] as const)('is a post of ours: %s', (name, told) => {
    expect(only(feed[name])).toMatchObject({ ...of, kind: 'post', post: { by: 'us', ...told } });
  });

  it('is no post while nobody can see it', () => {
    expect(only(feed['own-planned'])).toEqual({ kind: 'ignored', what: 'feed video add unpublished' });
    expect(only(feed['video-blocked'])).toEqual({ kind: 'ignored', what: 'feed video block' });
  });

  it('is a message when a visitor wrote it', () => {
    const id = `${page}_5010`;
    expect(only(feed['visitor-post'])).toMatchObject({
      kind: 'message',
      messageKind: 'visitor-post',
      id,
      from: ines,
      thread: { key: `${id}:${ines.id}`, post: { id, by: ines, text: 'Bonjour Northline' } },
      edition: 0,
    });
    expect(only(feed['visitor-edited'])).toMatchObject({ id, text: 'Bonsoir Northline', edition: 1_772_439_400_000 });
    expect(only(feed['visitor-photo'])).toMatchObject({
      text: '',
      attachments: [{ type: 'image', url: 'https://scontent.example/v.jpg' }],
    });
  });

  it('is gone, whoever’s it was, or hidden', () => {
    const id = `${page}_5010`;
    expect(parse(feed['post-removed'], null)).toMatchObject([
      { kind: 'message-deleted', id },
      { kind: 'post-deleted', id },
    ]);
    expect(only(feed['post-hidden'])).toMatchObject({ kind: 'message-hidden', id, hidden: true });
  });
});

describe('a reaction', () => {
  it.each([
    ['to a post', feed['reaction-on-post'], { on: { post }, emoji: '❤️', by: ines }],
    ['to a comment', feed['reaction-on-comment'], { on: { message: '5001_9001' }, emoji: '😡' }],
    ['taken back', feed['reaction-removed'], { on: { message: '5001_9001' }, emoji: null }],
    ['of a new kind', feed['reaction-new-kind'], { on: { post }, emoji: '👍' }],
    ['of the time when there were only likes', feed.like, { on: { post }, emoji: '👍', by: ines }],
    ['to a review', feed['review-reaction'], { on: { message: '6001' }, emoji: '😆' }],
  ])('is read: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ ...of, kind: 'reaction', ...event });
  });

  it('to the Page itself is of no use', () => {
    expect(only(feed['page-like'])).toEqual({ kind: 'ignored', what: 'feed like add' });
  });
});

describe('a mention', () => {
  it('is told without words, or with them', () => {
    expect(only(feed.mention)).toMatchObject({
      messageKind: 'mention',
      id: '99_100',
      text: '',
      attachments: [{ type: 'unsupported' }],
      permalink: 'https://www.facebook.com/99_100',
    });
    expect(only(feed['mention-in-post'])).toMatchObject({
      id: '88_99',
      from: { id: '88', name: 'Le Gazetier' },
      text: '@Northline encore en panne',
    });
    expect(only(feed['mention-removed'])).toMatchObject({ kind: 'message-deleted', id: '88_99' });
  });
});

describe('a review', () => {
  it('has words and an opinion, or stars', () => {
    const key = `6001:${ines.id}`;
    expect(only(feed.review)).toMatchObject({
      messageKind: 'review',
      id: '6001',
      from: ines,
      text: 'Très déçue',
      rating: 1,
      attachments: [],
      thread: { key },
    });
    expect(only(feed.stars)).toMatchObject({ id: '6001', rating: 3, text: '', edition: expect.any(Number) });
    expect(only(feed['review-removed'])).toMatchObject({ kind: 'message-deleted', id: '6001' });
    expect(only(feed['review-comment'])).toMatchObject({ messageKind: 'comment', thread: { key, answers: ['6001'] } });
  });
});

describe('what is of no use, or not known yet', () => {
  it.each([
    ['new-item', 'feed hologram add'],
    ['new-field', 'field live_videos'],
    ['no-value', 'feed without a value'],
    ['muted', 'feed comment mute'],
    ['without-id', 'feed comment add'],
    ['new-shape', 'entry with changed_fields only'],
    ['test-button', 'entry of the test button'],
    ['other-object', 'object user'],
  ] as const)('is ignored by its name: %s', (name, what) => {
    expect(only(feed[name])).toEqual({ kind: 'ignored', what });
  });

  it('is a dead letter only when it is no object', () => {
    expect(() => parse('text', null)).toThrow('a Meta body is an object');
    expect(parse({}, null)).toEqual([{ kind: 'ignored', what: 'object page without entries' }]);
  });

  it('is a notice when our own poll says so', () => {
    expect(only(feed['polled-notice'])).toMatchObject({ ...of, kind: 'account-notice', code: 'resubscribed' });
  });
});
