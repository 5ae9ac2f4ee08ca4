import { generateKeyPairSync, sign } from 'node:crypto';

import { accepted, handshake, isAuthentic } from './signature.js';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const app = { publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex') };

function hook(body: string, timestamp = '1772438400') {
  const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
  const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
  return { method: 'POST', headers, query: '', body: Buffer.from(body) };
}

it('believes what is signed over the timestamp and the very bytes', () => {
  const call = hook('{"type":3,"name":"Zoë 🙂"}');
  expect(isAuthentic(call, app)).toBe(true);
  expect(isAuthentic({ ...call, body: Buffer.from('{"type": 3,"name":"Zoë 🙂"}') }, app)).toBe(false);
  const later = { ...call.headers, 'x-signature-timestamp': '1772438401' };
  expect(isAuthentic({ ...call, headers: later }, app)).toBe(false);
  expect(isAuthentic(call, { publicKey: 'not hex' })).toBe(false);
});

it.each([
  ['a PING of interactions', '{"type":1,"token":"t","id":"1"}', { status: 200, body: '{"type":1}' }],
  ['a PING of events', '{"version":1,"application_id":"1","type":0}', { status: 204, body: '' }],
  ['an interaction', '{"type":3,"token":"t"}', null],
  ['an event', '{"version":1,"type":1,"event":{"type":"APPLICATION_AUTHORIZED"}}', null],
  ['what is no JSON', 'ping', null],
])('answers %s', (_what, body, answer) => {
  const told = handshake(hook(body), app);
  expect(told === null ? null : { status: told.status, body: told.body }).toEqual(answer);
});

it('answers no PING that is not signed', () => {
  const call = hook('{"type":1,"token":"t"}');
  expect(handshake({ ...call, headers: {} }, app)).toBeNull();
});

it.each([
  [2, { type: 4 }],
  [3, { type: 6 }],
  [5, { type: 4 }],
])('takes an interaction of type %i', (type, answer) => {
  expect(JSON.parse(accepted(hook(JSON.stringify({ type })))?.body ?? '')).toMatchObject(answer);
});
