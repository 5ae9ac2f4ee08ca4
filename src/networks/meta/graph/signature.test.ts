import { createHmac } from 'node:crypto';

import type { Hook } from '../../kit/hook.js';
import { handshake, isAuthentic, proofOf } from './signature.js';

const app = { appSecret: 'secret-of-northline_0123456789abcdef', verifyToken: 'words of our choice' };
// As Meta writes it: what is not ASCII is escaped, and so is every slash.
const escaped = String.raw`{"object":"page","entry":[{"id":"1","changes":[{"value":"Zo\u00e9 \ud83d\ude21 https:\/\/a.example\/b"}]}]}`;
const plain = '{"object":"page","entry":[{"id":"1","changes":[{"value":"Zoé 😡 https://a.example/b"}]}]}';

function signed(body: string | Buffer, secret = app.appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function call(body: string | Buffer, signature: string | readonly string[] | undefined): Hook {
  return { method: 'POST', headers: { 'x-hub-signature-256': signature }, query: '', body: Buffer.from(body) };
}

describe('a signature', () => {
  it.each([
    ['ASCII', '{"object":"page"}'],
    ['what is escaped', escaped],
    ['what is not', plain],
    ['nothing', ''],
  ])('is believed over %s', (_what, body) => {
    expect(isAuthentic(call(body, signed(body)), app)).toBe(true);
  });

  it('is over bytes, whatever they are', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    expect(isAuthentic(call(bytes, signed(bytes)), app)).toBe(true);
  });

  // Computed with OpenSSL: printf %s '{"object":"page"}' | openssl dgst -sha256 -hmac <secret>
  it('is the one that others compute', () => {
    const known = 'sha256=36a6e329c7ea12761626b91f5fc2a61eef173c276337ed381b6f8d328c930879';
    expect(isAuthentic(call('{"object":"page"}', known), app)).toBe(true);
  });

  const good = signed(escaped);
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['without its prefix', good.slice('sha256='.length)],
    ['with another digit', good.replace(/.$/u, (last) => (last === '0' ? '1' : '0'))],
    ['in capitals', good.toUpperCase()],
    ['too short', good.slice(0, -2)],
    ['too long', `${good}00`],
    ['doubled', [good, good]],
    ['doubled and joined', `${good}, ${good}`],
    ['of SHA-1', `sha1=${createHmac('sha1', app.appSecret).update(escaped).digest('hex')}`],
    ['of another secret', signed(escaped, 'another')],
    ['of the same JSON, written again', signed(plain)],
  ])('that is %s is refused', (_what, signature) => {
    expect(isAuthentic(call(escaped, signature), app)).toBe(false);
  });

  it.each([[{}], [{ appSecret: '' }]])('is refused while there is no secret', (nothing) => {
    expect(isAuthentic(call(escaped, signed(escaped, '')), nothing)).toBe(false);
  });
});

describe('the handshake', () => {
  const asked = (query: Readonly<Record<string, string>>, method = 'GET'): Hook => ({
    method,
    headers: {},
    query: new URLSearchParams(query).toString(),
    body: Buffer.alloc(0),
  });
  const question = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': app.verifyToken };

  it('gives the challenge back as plain text, digit for digit', () => {
    const long = { ...question, 'hub.challenge': '9007199254740993007' };
    expect(handshake(asked(long), app)).toEqual({ status: 200, type: 'text/plain', body: '9007199254740993007' });
  });

  it.each([
    ['another token', { ...question, 'hub.verify_token': 'guess' }, app],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }, app],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': app.verifyToken }, app],
    ['another mode', { ...question, 'hub.mode': 'unsubscribe' }, app],
    ['an app without a token', { ...question, 'hub.verify_token': '' }, { ...app, verifyToken: '' }],
  ])('is refused for %s', (_what, query, settings) => {
    expect(handshake(asked(query), settings)).toMatchObject({ status: 403, body: '' });
  });

  it('is no other call', () => {
    expect(handshake(asked({}), app)).toBeNull();
    expect(handshake(asked(question, 'POST'), app)).toBeNull();
  });
});

it('proves the token with the secret', () => {
  expect(proofOf('token', app.appSecret)).toMatch(/^[0-9a-f]{64}$/u);
  expect(proofOf('token', app.appSecret)).not.toBe(proofOf('token', 'another'));
});
