import bodies from './fixtures/bodies.json' with { type: 'json' };
import { parse } from './parse.js';

const account = '2200000000000000001';
const zoe = '1100000000000000007';

it.each([
  [
    'a mention',
    bodies.mention,
    {
      account,
      messageKind: 'mention',
      text: '@northline down & out https://northline.example/status',
      from: { id: zoe, name: 'Zoé', handle: 'zoe_m', followers: 216 },
      thread: { key: `1900000000000000101:${zoe}`, space: 'public' },
      attachments: [{ type: 'image', url: 'https://pbs.twimg.test/box.jpg', title: 'The box' }],
    },
  ],
  [
    'a reply',
    bodies.reply,
    {
      messageKind: 'comment',
      from: { id: zoe, name: '' },
      replyTo: '1900000000000000001',
      thread: { key: `1900000000000000001:${zoe}`, post: { id: '1900000000000000001' } },
    },
  ],
  ['a quote', bodies.quote, { messageKind: 'quote', text: 'Far away', thread: { post: { by: 'us' } } }],
  [
    'an edit, in the other vocabulary',
    bodies['other-words'],
    { id: '1900000000000000104', edition: 1, text: 'The whole of it', messageKind: 'comment' },
  ],
  ['our reply', bodies['own-reply'], { from: 'us', with: { id: zoe }, thread: { key: `1900000000000000101:${zoe}` } }],
  ['a private message', bodies.direct, { text: 'My line is down', thread: { key: zoe, space: 'private' } }],
  ['our private message', bodies['direct-sent'], { from: 'us', with: { id: zoe }, thread: { key: zoe } }],
  [
    'a picture in private',
    bodies['direct-picture'],
    { text: 'see', attachments: [{ type: 'image', ref: '1900000000000000203/77/box.jpg' }] },
  ],
  [
    'an older post',
    bodies['legacy-mention'],
    { id: '1900000000000000301', text: '@northline help me with the whole of it' },
  ],
  ['consent taken back', bodies.revoked, { account, level: 'blocked', code: 'oauth.revoke' }],
])('reads %s', (_name, body, event) => {
  expect(parse(body, null)[0]).toMatchObject(event);
});
