import { createHmac } from 'node:crypto';

import type { Conformance } from '../../kit/conformance.js';
import messaging from './fixtures/messaging.json' with { type: 'json' };
import { messenger } from './network.js';

const page = '104800000000001';
const psid = '6600000000000021';
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

function error(code: number, subcode?: number): string {
  return JSON.stringify({
    error: { message: `(#${code}) words`, type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'A1b2' },
  });
}

export const conformance: Conformance = {
  network: messenger,
  account: {
    externalId: page,
    apiBase: 'https://graph.facebook.com',
    app,
    settings: { accessToken: 'EAABtoken-of-northline-0123456789abcdefghijklmnopqrstuvwxyz', humanAgent: 'no' },
    limits: {},
  },
  hooks: [signed(JSON.stringify(messaging.text))],
  bodies: [
    { name: 'a message', body: messaging.text, account: null, events: ['message'] },
    { name: 'ids as numbers', body: messaging.numbers, account: null, events: ['message'] },
    { name: 'an answer', body: messaging.answer, account: null, events: ['message'] },
    { name: 'an answer to a story', body: messaging.story, account: null, events: ['message'] },
    { name: 'a guest who is met', body: messaging['guest-met'], account: null, events: ['thread-moved', 'message'] },
    { name: 'files', body: messaging.files, account: null, events: ['message'] },
    { name: 'a sticker', body: messaging.sticker, account: null, events: ['message'] },
    { name: 'a place', body: messaging.location, account: null, events: ['message'] },
    { name: 'a shared link', body: messaging['shared-link'], account: null, events: ['message'] },
    { name: 'a product', body: messaging.product, account: null, events: ['message'] },
    { name: 'an advertisement', body: messaging['from-ad'], account: null, events: ['message'] },
    { name: 'what Meta does not pass on', body: messaging.unsupported, account: null, events: ['message'] },
    { name: 'an unsent message', body: messaging.unsent, account: null, events: ['message-deleted'] },
    { name: 'an edit', body: messaging.edited, account: null, events: ['message'] },
    { name: 'an edit that is none', body: messaging['edit-zero'], account: null, events: ['ignored'] },
    { name: 'our own', body: messaging.echo, account: null, events: ['message'] },
    { name: 'ours, in Meta’s inbox', body: messaging['echo-inbox'], account: null, events: ['message'] },
    { name: 'a reaction', body: messaging.reaction, account: null, events: ['reaction'] },
    { name: 'a reaction taken back', body: messaging['reaction-removed'], account: null, events: ['reaction'] },
    { name: 'a delivery', body: messaging.delivered, account: null, events: ['receipt', 'receipt'] },
    { name: 'a reading', body: messaging.read, account: null, events: ['receipt'] },
    { name: 'a button', body: messaging.button, account: null, events: ['message'] },
    { name: 'a guest’s button', body: messaging['button-of-guest'], account: null, events: ['message'] },
    { name: 'a referral', body: messaging.referral, account: null, events: ['ignored'] },
    { name: 'an opt-in', body: messaging['opt-in'], account: null, events: ['ignored'] },
    { name: 'a thread that is passed on', body: messaging.passed, account: null, events: ['ignored'] },
    { name: 'roles', body: messaging.roles, account: null, events: ['account-notice'] },
    { name: 'a block', body: messaging.blocked, account: null, events: ['account-notice'] },
    { name: 'a message to another app', body: messaging.standby, account: null, events: ['message'] },
    { name: 'a message as a change', body: messaging['as-change'], account: null, events: ['message'] },
    { name: 'a polled message', body: messaging.polled, account: page, events: ['message'] },
  ],
  message: {
    id: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11',
    space: 'private',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: psid,
    to: { id: psid },
    answers: 'm_AbC-1',
    lastInboundAt: new Date('2026-03-02T08:15:30.000Z'),
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    { name: 'accepted', status: 200, body: `{"recipient_id":"${psid}","message_id":"m_AbC-2"}`, becomes: 'sent' },
    { name: 'accepted, and cut short', status: 200, body: `{"recipient_id":"${psid}","mess`, becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: `{"recipient_id":"${psid}"}`, becomes: 'unknown' },
    { name: 'a gateway’s page', status: 502, body: '<html>Bad Gateway</html>', becomes: 'unknown' },
    { name: 'an unknown error', status: 500, body: error(1, 99), becomes: 'unknown' },
    { name: 'a busy server', status: 503, body: error(2), becomes: 'try-again' },
    { name: 'a send that failed for now', status: 400, body: error(1200), becomes: 'try-again' },
    { name: 'a password that was changed', status: 400, body: error(190, 460), becomes: 'needs-reauth' },
    { name: 'a missing permission', status: 403, body: error(10), becomes: 'needs-reauth' },
    { name: 'terms to accept', status: 400, body: error(2, 2018344), becomes: 'needs-reauth' },
    { name: 'too many calls', status: 400, body: error(613), becomes: 'rate-limited' },
    { name: 'a restricted Page', status: 400, body: error(10, 1893063), becomes: 'rate-limited' },
    { name: 'a day that is over', status: 400, body: error(10, 2018278), becomes: 'window-closed' },
    { name: 'a person who is not available', status: 400, body: error(551, 1545041), becomes: 'customer-unreachable' },
    { name: 'a person who is not known', status: 400, body: error(100, 2018001), becomes: 'customer-unreachable' },
    { name: 'a parameter that is wrong', status: 400, body: error(100), becomes: 'rejected' },
    { name: 'a comment answered already', status: 400, body: error(10900), becomes: 'rejected' },
  ],
};
