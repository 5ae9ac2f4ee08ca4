import { createHmac } from 'node:crypto';

import { handshake, isAuthentic } from './signature.js';

const app = { webhookSecret: 'a-webhook-secret' };
const at = '2026-03-02T08:00:00.123456789Z';

function hook(body: string, type = 'notification') {
  const value = createHmac('sha256', app.webhookSecret).update(`id-1${at}${body}`).digest('hex');
  const headers = {
    'twitch-eventsub-message-id': 'id-1',
    'twitch-eventsub-message-timestamp': at,
    'twitch-eventsub-message-signature': `sha256=${value}`,
    'twitch-eventsub-message-type': type,
  };
  return { method: 'POST', headers, query: '', body: Buffer.from(body) };
}

it('believes what is signed over the id, the very time and the very bytes', () => {
  const call = hook('{"event":{"text":"help 🙏"}}');
  expect(isAuthentic(call, app)).toBe(true);
  const rounded = { ...call.headers, 'twitch-eventsub-message-timestamp': '2026-03-02T08:00:00.123Z' };
  expect(isAuthentic({ ...call, headers: rounded }, app)).toBe(false);
  expect(isAuthentic({ ...call, body: Buffer.from('{}') }, app)).toBe(false);
  expect(isAuthentic(call, {})).toBe(false);
});

it('gives a challenge back as it is, when it is signed', () => {
  const call = hook('{"challenge":"pogchamp-kappa-360noscope","subscription":{}}', 'webhook_callback_verification');
  expect(handshake(call, app)).toEqual({ status: 200, type: 'text/plain', body: 'pogchamp-kappa-360noscope' });
  expect(handshake({ ...call, body: Buffer.from('{"challenge":"other"}') }, app)).toBeNull();
  expect(handshake(hook('{}'), app)).toBeNull();
});
