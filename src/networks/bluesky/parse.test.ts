import bodies from './fixtures/bodies.json' with { type: 'json' };
import { parse } from './parse.js';

const account = 'did:plc:northline00000000000000';
const zoe = 'did:plc:zoe0000000000000000000';
const uri = (did: string, rkey: string) => `at://${did}/app.bsky.feed.post/${rkey}`;

it.each([
  [
    'a mention',
    bodies.mention,
    {
      messageKind: 'mention',
      language: 'fr',
      thread: { key: `${uri(zoe, 'm1')} ${zoe}`, space: 'public' },
      from: { id: zoe, name: 'Zoé', handle: 'zoe.bsky.social' },
      permalink: `https://bsky.app/profile/${zoe}/post/m1`,
      attachments: [
        { type: 'image', url: 'https://cdn.bsky.test/full.jpg', title: 'The box' },
        { type: 'link', url: 'https://www.northline.example/status/lille' },
      ],
    },
  ],
  [
    'a reply under our post',
    bodies.reply,
    {
      messageKind: 'comment',
      replyTo: uri(account, 'ourpost'),
      thread: { key: `${uri(account, 'ourpost')} ${zoe}`, post: { by: 'us', text: 'New shop in Lille' } },
    },
  ],
  ['a quote', bodies.quote, { messageKind: 'quote', thread: { post: { id: uri(account, 'ourpost'), by: 'us' } } }],
  ['our reply', bodies['own-reply'], { from: 'us', with: { id: zoe }, thread: { answers: [uri(zoe, 'r1')] } }],
  ['a like of a reply', bodies['like-of-reply'], { on: { message: uri(account, 'ourreply') }, emoji: '❤️' }],
  ['a mention with almost nothing', bodies.minimal, { text: 'hello', from: { name: '' }, edition: 0 }],
  [
    'a private message',
    bodies.direct,
    { id: '3convo/3dm1', messageKind: 'direct', thread: { key: '3convo', space: 'private' }, from: { name: 'Zoé' } },
  ],
  ['our private message', bodies['direct-echo'], { from: 'us', with: { id: zoe }, replyTo: '3convo/3dm1' }],
  ['a private reaction taken back', bodies['direct-unreaction'], { emoji: null, by: { id: zoe } }],
  ['a reply that Jetstream tells', bodies['jetstream-reply'], { messageKind: 'comment', from: { id: zoe, name: '' } }],
  ['a deletion that Jetstream tells', bodies['jetstream-delete'], { kind: 'message-deleted', id: uri(zoe, 'm1') }],
])('reads %s', (_name, body, event) => {
  expect(parse(body, account)[0]).toMatchObject(event);
});

it('takes the time of the network, not the one that the author claims', () => {
  expect(parse(bodies.mention, account)).toMatchObject([{ sentAt: new Date('2026-03-02T08:00:00.000Z') }]);
});
