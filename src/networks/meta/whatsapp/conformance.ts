import { createHmac } from 'node:crypto';

import type { Conformance } from '../../kit/conformance.js';
import fixtures from './fixtures/whatsapp.json' with { type: 'json' };
import { whatsapp } from './network.js';

const phoneNumberId = '106500000000011';
const person = '33612345678';
const app = { appId: '1800200300400500', appSecret: 'secret-of-northline_0123456789abcdef', verifyToken: 'our words' };

function signed(body: string) {
  const signature = `sha256=${createHmac('sha256', app.appSecret).update(body).digest('hex')}`;
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    query: '',
    body: Buffer.from(body),
  };
}

function error(code: number): string {
  const details = { messaging_product: 'whatsapp', details: 'more words' };
  return JSON.stringify({ error: { message: `(#${code}) words`, type: 'OAuthException', code, error_data: details } });
}

export const conformance: Conformance = {
  network: whatsapp,
  account: {
    externalId: phoneNumberId,
    apiBase: 'https://graph.facebook.com',
    app,
    settings: {
      phoneNumberId,
      businessAccountId: '102200000000001',
      accessToken: 'EAABtoken-of-northline-0123456789abcdefghijklmnopqrstuvwxyz',
    },
    limits: {},
  },
  hooks: [signed(JSON.stringify(fixtures.text)), signed(JSON.stringify(fixtures.picture).replaceAll('/', '\\/'))],
  bodies: [
    { name: 'a message', body: fixtures.text, account: null, events: ['message'] },
    { name: 'number and id', body: fixtures['with-id'], account: null, events: ['thread-moved', 'message'] },
    { name: 'no number', body: fixtures['no-phone'], account: null, events: ['message'] },
    { name: 'no name', body: fixtures['no-profile'], account: null, events: ['message'] },
    { name: 'a picture', body: fixtures.picture, account: null, events: ['message'] },
    { name: 'a voice', body: fixtures.voice, account: null, events: ['message'] },
    { name: 'a place', body: fixtures.location, account: null, events: ['message'] },
    { name: 'contacts', body: fixtures.contacts, account: null, events: ['message'] },
    { name: 'a form', body: fixtures.form, account: null, events: ['message'] },
    { name: 'an order', body: fixtures.order, account: null, events: ['message'] },
    { name: 'a line of a list', body: fixtures['list-reply'], account: null, events: ['message'] },
    { name: 'an advertisement', body: fixtures['from-ad'], account: null, events: ['message'] },
    { name: 'what is not passed on', body: fixtures.unsupported, account: null, events: ['message'] },
    { name: 'an edit', body: fixtures.edit, account: null, events: ['message'] },
    { name: 'a message taken back', body: fixtures.revoke, account: null, events: ['message-deleted'] },
    { name: 'a reaction', body: fixtures.reaction, account: null, events: ['reaction'] },
    { name: 'a reaction taken back', body: fixtures['reaction-removed'], account: null, events: ['reaction'] },
    { name: 'another number', body: fixtures['number-changed'], account: null, events: ['thread-moved'] },
    { name: 'another id', body: fixtures['user-id'], account: null, events: ['thread-moved', 'thread-moved'] },
    { name: 'delivered', body: fixtures.delivered, account: null, events: ['message', 'receipt'] },
    { name: 'read', body: fixtures.read, account: null, events: ['receipt'] },
    { name: 'failed', body: fixtures.failed, account: null, events: ['message-failed'] },
    { name: 'much at once', body: fixtures.mixed, account: null, events: ['message', 'message', 'receipt'] },
    { name: 'ours, by telephone', body: fixtures.echo, account: null, events: ['message'] },
    { name: 'ours, taken back', body: fixtures['echo-revoke'], account: null, events: ['message-deleted'] },
    { name: 'a restriction', body: fixtures.restricted, account: phoneNumberId, events: ['account-notice'] },
    { name: 'the past', body: fixtures.history, account: null, events: ['ignored'] },
  ],
  message: {
    id: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11',
    space: 'private',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: person,
    to: { id: person },
    lastInboundAt: new Date('2026-03-02T08:15:30.000Z'),
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    {
      name: 'accepted',
      status: 200,
      body: '{"messaging_product":"whatsapp","messages":[{"id":"wamid.OUT2","message_status":"accepted"}]}',
      becomes: 'sent',
    },
    { name: 'accepted, and cut short', status: 200, body: '{"messages":[{"id":"wam', becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: '{"messages":[]}', becomes: 'unknown' },
    { name: 'a gateway’s page', status: 502, body: '<html>Bad Gateway</html>', becomes: 'unknown' },
    { name: 'a busy server', status: 500, body: error(131016), becomes: 'try-again' },
    { name: 'an expired token', status: 401, body: error(190), becomes: 'needs-reauth' },
    { name: 'no way to pay', status: 400, body: error(131042), becomes: 'needs-reauth' },
    { name: 'too many messages', status: 429, body: error(130429), becomes: 'rate-limited' },
    { name: 'too many messages to one person', status: 400, body: error(131056), becomes: 'rate-limited' },
    { name: 'a day that is over', status: 400, body: error(131047), becomes: 'window-closed' },
    { name: 'a number that has no WhatsApp', status: 400, body: error(131026), becomes: 'customer-unreachable' },
    { name: 'a template that is paused', status: 400, body: error(132015), becomes: 'rejected' },
    { name: 'a parameter that is wrong', status: 400, body: error(100), becomes: 'rejected' },
  ],
};
