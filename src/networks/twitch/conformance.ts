import { createHmac } from 'node:crypto';

import type { Conformance } from '../kit/conformance.js';
import bodies from './fixtures/bodies.json' with { type: 'json' };
import { twitch } from './network.js';

const account = '9001';
const webhookSecret = 'webhook-secret-of-northline';

export const conformance: Conformance = {
  network: twitch,
  account: {
    externalId: account,
    apiBase: 'https://twitch.relais.test/helix',
    app: { clientId: 'client-of-northline', clientSecret: 'client-secret-of-northline', webhookSecret },
    settings: {
      accessToken: 'access-token-of-northline',
      refreshToken: 'refresh-token-of-northline',
      channelId: '1337',
    },
    limits: {},
  },
  hooks: [signed(JSON.stringify(bodies['chat-hook']))],
  bodies: [
    { name: 'a line of the chat', body: bodies.chat, account: null, events: ['message'] },
    { name: 'the same by webhook', body: bodies['chat-hook'], account: null, events: ['message'] },
    { name: 'a mention', body: bodies.mention, account: null, events: ['message'] },
    { name: 'a line of a shared chat', body: bodies.shared, account: null, events: ['message'] },
    { name: 'our reply', body: bodies.echo, account: null, events: ['message'] },
    { name: 'our words to everybody', body: bodies.own, account: null, events: ['ignored'] },
    { name: 'a deletion', body: bodies.deleted, account: null, events: ['message-deleted'] },
    { name: 'a chat cleared', body: bodies.cleared, account: null, events: ['ignored'] },
    { name: 'our message held back', body: bodies.held, account: null, events: ['account-notice'] },
    { name: 'a raid by nobody', body: bodies.notification, account: null, events: ['ignored'] },
    { name: 'a whisper', body: bodies.whisper, account: null, events: ['message'] },
    { name: 'consent taken back', body: bodies.revoked, account: null, events: ['account-notice'] },
    { name: 'a subscription given up', body: bodies.failing, account: null, events: ['account-notice'] },
    { name: 'consent taken back, by webhook', body: bodies.consent, account: account, events: ['account-notice'] },
    { name: 'a follower', body: bodies.follow, account: null, events: ['ignored'] },
    { name: 'a greeting', body: bodies.welcome, account: account, events: ['ignored'] },
  ],
  message: {
    id: '0195f2a0-31a7-7a52-9d6c-1c6f0a3f2b11',
    space: 'public',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: '1337:1234',
    to: { id: '1234', handle: 'zoe' },
    answers: 'm1',
    lastInboundAt: null,
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    {
      name: 'accepted',
      status: 200,
      body: '{"data":[{"message_id":"m9","is_sent":true,"drop_reason":null}]}',
      becomes: 'sent',
    },
    { name: 'accepted, and cut short', status: 200, body: '{"data":[{"mess', becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: '{"data":[]}', becomes: 'unknown' },
    {
      name: 'taken by AutoMod',
      status: 200,
      body: '{"data":[{"message_id":"","is_sent":false,"drop_reason":{"code":"msg_rejected","message":"Your message is being checked by mods."}}]}',
      becomes: 'rejected',
    },
    {
      name: 'too fast for the chat',
      status: 200,
      body: '{"data":[{"message_id":"","is_sent":false,"drop_reason":{"code":"slow_mode","message":"slow"}}]}',
      becomes: 'rate-limited',
    },
    {
      name: 'a broken server',
      status: 500,
      body: '{"error":"Internal Server Error","status":500}',
      becomes: 'unknown',
    },
    { name: 'a gateway’s page', status: 502, body: '<html>', becomes: 'unknown' },
    {
      name: 'an expired token',
      status: 401,
      body: '{"error":"Unauthorized","status":401,"message":"Invalid OAuth token"}',
      becomes: 'needs-reauth',
    },
    { name: 'a ban', status: 403, body: '{"error":"Forbidden","status":403,"message":"banned"}', becomes: 'rejected' },
    {
      name: 'too long',
      status: 422,
      body: '{"error":"Unprocessable Entity","status":422,"message":"The message is too large"}',
      becomes: 'rejected',
    },
    {
      name: 'too many calls',
      status: 429,
      headers: { date: 'Mon, 02 Mar 2026 08:20:00 GMT', 'ratelimit-reset': '1772439660' },
      body: '',
      becomes: 'rate-limited',
    },
  ],
};

function signed(body: string) {
  const [id, at] = ['befa7b53-d79d-478f-86b9-120f112b044e', '2026-03-02T08:00:00.123456789Z'];
  const value = createHmac('sha256', webhookSecret)
    .update(id + at + body)
    .digest('hex');
  const headers = {
    'twitch-eventsub-message-id': id,
    'twitch-eventsub-message-timestamp': at,
    'twitch-eventsub-message-signature': `sha256=${value}`,
    'twitch-eventsub-message-type': 'notification',
  };
  return { method: 'POST', headers, query: '', body: Buffer.from(body) };
}
