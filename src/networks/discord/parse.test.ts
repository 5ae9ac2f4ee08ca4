import { nonceOf, readNonce } from './address.js';
import bodies from './fixtures/bodies.json' with { type: 'json' };
import { parse } from './parse.js';

const account = '1457469483726668048';
const zoe = '1033044521375764530';
const channel = '1457510428359004343';

it.each([
  [
    'a message',
    bodies.message,
    {
      id: `${channel}/1477900000000000001`,
      messageKind: 'comment',
      text: 'My line is down :sad:',
      from: { id: zoe, name: 'Zoé L.', handle: 'zoe' },
      thread: { key: `${channel}:${zoe}`, space: 'public' },
      attachments: [{ type: 'image', name: 'box.png', mime: 'image/png', size: 1200 }],
      permalink: `https://discord.com/channels/1457468924290662599/${channel}/1477900000000000001`,
    },
  ],
  ['a mention', bodies.mention, { messageKind: 'mention', text: '@northline hello' }],
  ['a reply', bodies.reply, { thread: { answers: [`${channel}/1477900000000000010`] } }],
  ['a message in a thread', bodies.thread, { thread: { post: { id: '1477900000000000099' } } }],
  ['a private message', bodies.direct, { messageKind: 'direct', thread: { key: '1457536551830421599' } }],
  ['an edit', bodies.edit, { edition: Date.parse('2026-03-02T08:03:00Z'), text: 'My line is down again' }],
  ['something forwarded', bodies.forward, { text: 'forwarded words' }],
  [
    'our reply',
    bodies.echo,
    {
      from: 'us',
      with: { id: zoe },
      marker: '0195f2a0-31a7-7a52-9d6c-1c6f0a3f2b11',
      thread: { key: `${channel}:${zoe}` },
    },
  ],
  ['a reaction of the server’s own', bodies['reaction-custom'], { emoji: null, by: { id: zoe } }],
  ['a command', bodies.command, { account, text: '/help my bill', messageKind: 'mention' }],
  ['a button', bodies.button, { text: '[call-me]', messageKind: 'direct' }],
  ['a form', bodies.form, { text: 'My bill is wrong' }],
])('reads %s', (_name, body, event) => {
  expect(parse(body, account)[0]).toMatchObject(event);
});

it('puts our id into a nonce, and knows it again', () => {
  const id = '0195f2a0-31a7-7a52-9d6c-1c6f0a3f2b11';
  expect(nonceOf(id).length).toBeLessThanOrEqual(25);
  expect(readNonce(nonceOf(id))).toBe(id);
  expect(['1457536592850714624', '-42', undefined].map(readNonce)).toEqual([undefined, undefined, undefined]);
});
