import { createHmac } from 'node:crypto';

import { handshake, isAuthentic } from './signature.js';

const app = { consumerSecret: 'a-consumer-secret' };
const sign = (text: string | Buffer) =>
  `sha256=${createHmac('sha256', app.consumerSecret).update(text).digest('base64')}`;
const hook = (body: string, value: string) => ({
  method: 'POST',
  headers: { 'x-twitter-webhooks-signature': value },
  query: '',
  body: Buffer.from(body),
});
const asks = (query: string) => handshake({ method: 'GET', headers: {}, query, body: Buffer.alloc(0) }, app);

it.each(['{}', '{"text":"où est mon colis 😡 &amp; merci"}', '{"text":"o\\u00f9"}', ''])('believes %j', (body) => {
  expect(isAuthentic(hook(body, sign(body)), app)).toBe(true);
  expect(isAuthentic(hook(`${body} `, sign(body)), app)).toBe(false);
});

it('takes one way to write a signature only', () => {
  const value = sign('{}');
  for (const other of [value.replace('=', ':'), value.slice(0, -1), value.toUpperCase(), `${value}, ${value}`]) {
    expect(isAuthentic(hook('{}', other), app)).toBe(false);
  }
});

it.each([['abcdefghijklmnop'], ['MDEyMzQ1Njc4OWFiY2RlZg=='], ['MDEyMzQ1Njc4OWFi+2RlZg==']])(
  'signs the token %s',
  (token) => {
    expect(asks(`crc_token=${token}&nonce=x`)).toEqual({
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ response_token: sign(token) }),
    });
    expect(asks(`crc_token=${encodeURIComponent(token)}`)).toMatchObject({ status: 200 });
  },
);

it.each([
  ['a body that somebody wants signed', encodeURIComponent('{"data":{"event_type":"dm.received"}}')],
  ['nothing', ''],
  ['too little', 'abc'],
  ['too much', 'a'.repeat(129)],
  ['broken writing', '%E0%A4%A'],
])('does not sign %s', (_what, token) => {
  expect(asks(`crc_token=${token}`)).toMatchObject({ status: 400, body: '' });
});

it('takes other calls for no check', () => {
  expect(asks('a=b')).toBeNull();
});
