import { createHmac } from 'node:crypto';

import type { Conformance } from '../../kit/conformance.js';
import fixtures from './fixtures/threads.json' with { type: 'json' };
import { threads } from './network.js';

const accountId = '78901000000000011';
const app = {
  appId: '1800200300400500',
  appSecret: 'secret-of-northline_0123456789abcdef',
  verifyToken: 'our words',
  metaAppSecret: 'secret-of-the-other-app_0123456789abcdef',
};

function signed(body: string, secret: string) {
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    query: '',
    body: Buffer.from(body),
  };
}

function error(code: number, subcode?: number): string {
  return JSON.stringify({
    error: { message: `(#${code}) words`, type: 'THApiException', code, error_subcode: subcode, fbtrace_id: 'A1b2' },
  });
}

export const conformance: Conformance = {
  network: threads,
  account: {
    externalId: accountId,
    apiBase: 'https://graph.threads.net',
    app,
    settings: { accessToken: 'THAAtoken-of-northline-0123456789abcdefghijklmnopqrstuvwxyz' },
    limits: {},
  },
  hooks: [
    signed(JSON.stringify(fixtures.reply).replaceAll('/', '\\/'), app.appSecret),
    signed(JSON.stringify(fixtures.mention), app.metaAppSecret),
  ],
  bodies: [
    { name: 'a reply', body: fixtures.reply, account: null, events: ['message'] },
    { name: 'a reply in a list', body: fixtures['as-list'], account: null, events: ['message'] },
    { name: 'a reply in an entry', body: fixtures['as-entry'], account: null, events: ['message'] },
    { name: 'an answer', body: fixtures.answer, account: null, events: ['message'] },
    { name: 'our own', body: fixtures.own, account: null, events: ['message'] },
    { name: 'a picture', body: fixtures.picture, account: null, events: ['message'] },
    { name: 'a hidden reply', body: fixtures.hidden, account: accountId, events: ['message', 'message-hidden'] },
    { name: 'a mention', body: fixtures.mention, account: null, events: ['message'] },
    { name: 'a mention without words', body: fixtures['mention-silent'], account: null, events: ['message'] },
    { name: 'a deletion', body: fixtures.deleted, account: null, events: ['message-deleted', 'post-deleted'] },
    { name: 'our post', body: fixtures.published, account: null, events: ['post'] },
    { name: 'a field from the future', body: fixtures['new-field'], account: null, events: ['ignored'] },
    { name: 'a reply without an id', body: fixtures['no-id'], account: null, events: ['ignored'] },
  ],
  message: {
    id: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11',
    space: 'public',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: '18000000000000001:ines.carvalho',
    post: '18000000000000001',
    to: { id: 'ines.carvalho', handle: 'ines.carvalho' },
    answers: '18000000000000031',
    lastInboundAt: new Date('2026-03-02T08:15:30.000Z'),
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    { name: 'accepted', status: 200, body: '{"id":"18000000000000040"}', becomes: 'sent' },
    { name: 'accepted, and cut short', status: 200, body: '{"id":"1800', becomes: 'unknown' },
    { name: 'a gateway’s page', status: 502, body: '<html>Bad Gateway</html>', becomes: 'unknown' },
    { name: 'an unknown error', status: 500, body: error(1), becomes: 'unknown' },
    { name: 'a busy server', status: 503, body: error(2), becomes: 'try-again' },
    { name: 'an expired token', status: 400, body: error(190, 463), becomes: 'needs-reauth' },
    { name: 'a missing permission', status: 403, body: error(10), becomes: 'needs-reauth' },
    { name: 'a missing right', status: 403, body: error(200), becomes: 'needs-reauth' },
    { name: 'too many calls', status: 400, body: error(4), becomes: 'rate-limited' },
    { name: 'too many calls of a kind', status: 400, body: error(17), becomes: 'rate-limited' },
    { name: 'a quota that is used up', status: 400, body: error(613), becomes: 'rate-limited' },
    { name: 'what is gone', status: 400, body: error(100, 33), becomes: 'rejected' },
    { name: 'a private author', status: 400, body: error(100), becomes: 'rejected' },
  ],
};
