import type { MessageArrived } from '../../domain/message/inbound-event.js';
import { parseJson } from '../../platform/json.js';
import messages from './fixtures/messages.json' with { type: 'json' };
import { parse } from './parse.js';

const said = (body: unknown) =>
  parse(body, '9001').filter((event): event is MessageArrived => event.kind === 'message');

it('names people by what stands beside the messages', () => {
  expect(said(messages.question)[0]).toMatchObject({ from: { id: '7001', name: 'Léa Rivière', handle: '@lea' } });
  expect(said(messages.bare)[0]).toMatchObject({ from: { id: '7001', name: '' } });
});

it('keeps a community’s answers apart by who wrote them, and private ones together', () => {
  expect(said(messages.question)[0]?.thread).toMatchObject({ key: '1001:7001', space: 'public', post: { id: '1001' } });
  expect(said(messages.ours)[0]?.thread).toMatchObject({ answers: ['1001'] });
  const [theirs, ours] = [said(messages.direct)[0], said(messages['our-direct'])[0]];
  expect(theirs?.thread).toEqual({ key: 'direct:1020', space: 'private' });
  expect(ours).toMatchObject({ thread: { key: 'direct:1020' }, from: 'us', with: { id: '7001' } });
});

it('tells a mention from an answer, and reads times with slashes', () => {
  expect(said(messages.mention)[0]).toMatchObject({ messageKind: 'mention', sentAt: new Date('2026-03-02T14:00:00Z') });
  expect(said(messages.question)[0]?.messageKind).toBe('visitor-post');
  expect(said(messages.comment)[0]?.messageKind).toBe('comment');
});

it('keeps ids beyond 2^53 digit for digit', () => {
  const body = parseJson(JSON.stringify(messages.question).replaceAll('1001', '9007199254740993123'));
  expect(said(body)[0]?.id).toBe('9007199254740993123');
});

it('names files by their id and links by their address', () => {
  expect(said(messages['with-files'])[0]?.attachments).toEqual([
    { type: 'image', ref: '88', name: 'box.png', mime: 'image/png', size: 2048 },
    { type: 'link', url: 'https://wiki.example/page', title: 'A page' },
  ]);
});
