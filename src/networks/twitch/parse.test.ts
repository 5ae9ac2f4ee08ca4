import bodies from './fixtures/bodies.json' with { type: 'json' };
import { parse } from './parse.js';

it.each([
  [
    'a line of the chat',
    bodies.chat,
    {
      account: '9001',
      id: 'm1',
      messageKind: 'comment',
      text: 'help 🙏',
      from: { id: '1234', name: 'Zoé', handle: 'zoe' },
      thread: { key: '1337:1234', space: 'public' },
      sentAt: new Date('2026-03-02T08:00:00.123Z'),
    },
  ],
  ['a mention', bodies.mention, { messageKind: 'mention' }],
  ['a line of a shared chat', bodies.shared, { id: 'm-source' }],
  ['our reply', bodies.echo, { from: 'us', with: { id: '1234' }, thread: { key: '1337:1234', answers: ['m1'] } }],
  ['a whisper', bodies.whisper, { messageKind: 'direct', thread: { key: '1234', space: 'private' } }],
  ['consent taken back', bodies.revoked, { level: 'blocked', code: 'authorization_revoked' }],
  ['a subscription given up', bodies.failing, { level: 'warning', code: 'notification_failures_exceeded' }],
])('reads %s', (_name, body, event) => {
  expect(parse(body, null)[0]).toMatchObject(event);
});
