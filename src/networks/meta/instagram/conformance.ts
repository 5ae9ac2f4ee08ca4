import { createHmac } from 'node:crypto';

import type { Conformance } from '../../kit/conformance.js';
import fixtures from './fixtures/instagram.json' with { type: 'json' };
import { instagram } from './network.js';

const accountId = '17841400000000011';
const person = '200000000000021';
const app = {
  appId: '1800200300400500',
  appSecret: 'secret-of-northline_0123456789abcdef',
  verifyToken: 'our words',
  instagramAppId: '1800200300400501',
  instagramAppSecret: 'secret-of-instagram_0123456789abcdef',
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
    error: { message: `(#${code}) words`, type: 'IGApiException', code, error_subcode: subcode, fbtrace_id: 'A1b2' },
  });
}

export const conformance: Conformance = {
  network: instagram,
  account: {
    externalId: accountId,
    apiBase: 'https://graph.instagram.com',
    app,
    settings: { login: 'instagram', accessToken: 'IGAAtoken-of-northline-0123456789abcdefghijklmnopqrstuvwxyz' },
    limits: {},
  },
  hooks: [
    signed(JSON.stringify(fixtures.comment), app.instagramAppSecret),
    signed(JSON.stringify(fixtures.text).replaceAll('/', '\\/'), app.appSecret),
  ],
  bodies: [
    { name: 'a comment', body: fixtures.comment, account: null, events: ['message'] },
    { name: 'an answer', body: fixtures.answer, account: null, events: ['message'] },
    { name: 'a comment told flatly', body: fixtures.flat, account: null, events: ['message'] },
    { name: 'a comment under an advertisement', body: fixtures['on-ad'], account: null, events: ['message'] },
    { name: 'a live comment', body: fixtures.live, account: null, events: ['message'] },
    { name: 'a comment of ours', body: fixtures.own, account: null, events: ['message'] },
    { name: 'a comment of nobody', body: fixtures.thin, account: null, events: ['message'] },
    { name: 'a comment that was read', body: fixtures['read-back'], account: accountId, events: ['message'] },
    { name: 'a hidden comment', body: fixtures.hidden, account: accountId, events: ['message', 'message-hidden'] },
    { name: 'a mention', body: fixtures['mention-in-comment'], account: null, events: ['message'] },
    { name: 'a mention in a caption', body: fixtures['mention-in-caption'], account: null, events: ['message'] },
    { name: 'a mention that was read', body: fixtures['mention-read'], account: accountId, events: ['message'] },
    { name: 'a message', body: fixtures.text, account: null, events: ['message'] },
    { name: 'a picture', body: fixtures.picture, account: null, events: ['message'] },
    { name: 'an answer to a story', body: fixtures['story-reply'], account: null, events: ['message'] },
    { name: 'a story that names us', body: fixtures['story-mention'], account: null, events: ['message'] },
    { name: 'a story of ours', body: fixtures['our-story-mention'], account: null, events: ['ignored'] },
    { name: 'what is not passed on', body: fixtures.unsupported, account: null, events: ['message'] },
    { name: 'an unsent message', body: fixtures.unsent, account: null, events: ['message-deleted'] },
    { name: 'an edit', body: fixtures.edited, account: null, events: ['message'] },
    { name: 'an edit that is none', body: fixtures['edit-zero'], account: null, events: ['ignored'] },
    { name: 'our own', body: fixtures.echo, account: null, events: ['message'] },
    { name: 'reactions', body: fixtures['reaction-twice'], account: null, events: ['reaction', 'reaction'] },
    { name: 'a reading', body: fixtures.seen, account: null, events: ['receipt'] },
    { name: 'a button', body: fixtures.button, account: null, events: ['message'] },
    { name: 'a message to another app', body: fixtures.standby, account: null, events: ['message'] },
    { name: 'a polled message', body: fixtures.polled, account: accountId, events: ['message'] },
    { name: 'figures of a story', body: fixtures.insights, account: null, events: ['ignored'] },
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
    { name: 'accepted', status: 200, body: `{"recipient_id":"${person}","message_id":"aWdf2"}`, becomes: 'sent' },
    { name: 'accepted, and cut short', status: 200, body: `{"recipient_id":"${person}","mess`, becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: `{"recipient_id":"${person}"}`, becomes: 'unknown' },
    { name: 'a gateway’s page', status: 502, body: '<html>Bad Gateway</html>', becomes: 'unknown' },
    { name: 'an unknown error', status: 500, body: error(1), becomes: 'unknown' },
    { name: 'a busy server', status: 503, body: error(2), becomes: 'try-again' },
    { name: 'an expired token', status: 400, body: error(190, 463), becomes: 'needs-reauth' },
    { name: 'a missing permission', status: 403, body: error(10), becomes: 'needs-reauth' },
    { name: 'too many calls', status: 400, body: error(4), becomes: 'rate-limited' },
    { name: 'held back as spam', status: 400, body: error(9007, 2207051), becomes: 'rate-limited' },
    { name: 'a day that is over', status: 400, body: error(10, 2534022), becomes: 'window-closed' },
    { name: 'a person who is not known', status: 400, body: error(100, 2018001), becomes: 'customer-unreachable' },
    { name: 'what is gone', status: 400, body: error(100, 33), becomes: 'rejected' },
    { name: 'a fault of what was to be published', status: 400, body: error(36000, 2207004), becomes: 'rejected' },
    { name: 'a comment answered already', status: 400, body: error(10900), becomes: 'rejected' },
  ],
};
