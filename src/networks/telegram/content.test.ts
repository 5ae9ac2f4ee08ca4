import type { OutboundFile, OutboundMessage } from '../kit/outbound.js';
import { callFor, contentOf } from './content.js';
import { corrected, targetOf } from './destination.js';
import type { Envelope } from './failures.js';

const message: OutboundMessage = {
  id: '0b1f8a52-6a0e-4a7e-9d55-30f3c7d5c911',
  space: 'public',
  text: 'Sunday too.',
  files: [],
  thread: '-1009:500:42',
  to: { id: '42' },
  answers: '-1009/501',
  lastInboundAt: new Date('2026-03-02T08:00:00Z'),
  startedAt: new Date('2026-03-02T09:00:00Z'),
};
const file = (type: OutboundFile['type'], mime: string, size = 3): OutboundFile => {
  return { type, mime, name: `a.${type}`, bytes: Buffer.alloc(size) };
};
const picture = file('image', 'image/png');
const film = file('video', 'video/mp4');
const sound = file('audio', 'audio/mpeg');
const paper = file('file', 'application/pdf');

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}

describe('a reply', () => {
  it('goes where its thread is, in answer to its message', () => {
    expect(callFor(message, targetOf(message))).toEqual({
      method: 'sendMessage',
      params: {
        chat_id: -1009,
        message_thread_id: 500,
        reply_parameters: { message_id: 501, allow_sending_without_reply: true },
        text: 'Sunday too.',
      },
    });
  });

  it.each([
    ['42', { chat: '42' }],
    ['conn:42', { chat: '42', business: 'conn' }],
    ['-1010:topic:42', { chat: '-1010', topic: '42' }],
  ])('to %s answers only a message of that very chat', (thread, target) => {
    expect(targetOf({ ...message, space: 'private', thread })).toEqual(target);
  });

  it('to a business chat that was silent for a day is not tried', () => {
    const late = {
      ...message,
      space: 'private' as const,
      thread: 'conn:42',
      startedAt: new Date('2026-03-03T08:00:01Z'),
    };
    expect(() => targetOf(late)).toThrow(expect.objectContaining({ kind: 'window-closed' }));
    expect(targetOf({ ...late, thread: '42' })).toEqual({ chat: '42' });
  });
});

describe('attachments', () => {
  it.each([
    [[picture], 'sendPhoto', undefined],
    [[file('image', 'image/svg+xml')], 'sendDocument', undefined],
    [[file('image', 'image/jpeg', 11 * 1024 * 1024)], 'sendDocument', undefined],
    [[film], 'sendVideo', undefined],
    [[sound], 'sendAudio', undefined],
    [[file('gif', 'image/gif')], 'sendAnimation', undefined],
    [[paper], 'sendDocument', undefined],
    [[picture, film], 'sendMediaGroup', ['photo', 'video']],
    [[sound, sound], 'sendMediaGroup', ['audio', 'audio']],
    [[picture, paper], 'sendMediaGroup', ['document', 'document']],
  ])('%# go by the method made for them', (files, method, kinds) => {
    const call = callFor({ ...message, files }, targetOf(message));
    expect(call.method).toBe(method);
    if (!(call.params instanceof FormData)) throw new Error('no form');
    const media: unknown = JSON.parse(textOf(call.params, 'media') ?? 'null');
    expect(media).toEqual(kinds === undefined ? null : kinds.map((type) => expect.objectContaining({ type })));
    const caption = kinds === undefined ? textOf(call.params, 'caption') : JSON.stringify(media);
    expect(caption).toContain('Sunday too.');
  });

  it.each([
    ['4,097 characters', { text: 'x'.repeat(4097) }],
    ['1,025 characters under a picture', { text: 'x'.repeat(1025), files: [picture] }],
    ['eleven', { files: Array.from({ length: 11 }, () => picture) }],
  ])('or words are refused before anything is sent: %s', (_what, change) => {
    expect(() => contentOf({ ...message, ...change })).toThrow(expect.objectContaining({ kind: 'rejected' }));
    expect(() => contentOf({ ...message, text: '😀'.repeat(2048) })).not.toThrow();
  });
});

describe('a refusal', () => {
  const refused: Envelope = {
    isOk: false,
    code: 400,
    words: 'Bad Request: Message thread not found',
    result: undefined,
    migratedTo: undefined,
    retryAfterMs: undefined,
  };

  it('that says where the group has gone is followed, without what the old group numbered', () => {
    expect(corrected({ ...refused, migratedTo: '-1007' }, targetOf(message))).toEqual({ chat: '-1007' });
    expect(corrected({ ...refused, migratedTo: '-1007' }, { chat: '-1007' })).toBeUndefined();
  });

  it('of the thread leaves the answer under its post', () => {
    expect(corrected(refused, targetOf(message))).toEqual({ chat: '-1009', replyTo: '501' });
    expect(corrected(refused, { chat: '-1009', thread: '500' })).toEqual({ chat: '-1009', replyTo: '500' });
    expect(corrected({ ...refused, words: 'Bad Request: chat not found' }, targetOf(message))).toBeUndefined();
  });
});
