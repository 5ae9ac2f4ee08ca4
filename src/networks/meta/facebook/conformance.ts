import { createHmac } from 'node:crypto';

import type { Conformance } from '../../kit/conformance.js';
import feed from './fixtures/feed.json' with { type: 'json' };
import { facebook } from './network.js';

const page = '104800000000001';
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
  network: facebook,
  account: {
    externalId: page,
    apiBase: 'https://graph.facebook.com',
    app,
    settings: { accessToken: 'EAABtoken-of-northline-0123456789abcdefghijklmnopqrstuvwxyz' },
    limits: {},
  },
  hooks: [signed(JSON.stringify(feed.comment)), signed(JSON.stringify(feed.comment).replaceAll('/', '\\/'))],
  bodies: [
    { name: 'a comment', body: feed.comment, account: null, events: ['message'] },
    { name: 'an answer', body: feed.answer, account: null, events: ['message'] },
    { name: 'an edit', body: feed.edited, account: null, events: ['message'] },
    { name: 'two edits', body: feed['two-edits'], account: null, events: ['message', 'message'] },
    { name: 'a removal', body: feed.removed, account: null, events: ['message-deleted'] },
    { name: 'a comment that is hidden', body: feed.hidden, account: null, events: ['message-hidden'] },
    { name: 'a comment that is shown again', body: feed.shown, account: null, events: ['message-hidden'] },
    { name: 'a photo', body: feed.photo, account: null, events: ['message'] },
    { name: 'a sticker', body: feed.sticker, account: null, events: ['message'] },
    { name: 'a sticker that the poll has read', body: feed['polled-sticker'], account: page, events: ['message'] },
    { name: 'a comment of nobody', body: feed.nobody, account: null, events: ['message'] },
    { name: 'an older shape', body: feed.legacy, account: null, events: ['message'] },
    { name: 'our own', body: feed.echo, account: null, events: ['message'] },
    { name: 'our post', body: feed['own-post'], account: null, events: ['post'] },
    { name: 'our pictures', body: feed['own-photos'], account: null, events: ['post'] },
    { name: 'our planned post', body: feed['own-planned'], account: null, events: ['ignored'] },
    { name: 'a visitor’s post', body: feed['visitor-post'], account: null, events: ['message'] },
    { name: 'a visitor’s photo', body: feed['visitor-photo'], account: null, events: ['message'] },
    {
      name: 'a post that is removed',
      body: feed['post-removed'],
      account: null,
      events: ['message-deleted', 'post-deleted'],
    },
    { name: 'a reaction', body: feed['reaction-on-comment'], account: null, events: ['reaction'] },
    { name: 'a reaction to a post', body: feed['reaction-on-post'], account: null, events: ['reaction'] },
    { name: 'a like of the Page', body: feed['page-like'], account: null, events: ['ignored'] },
    { name: 'a mention', body: feed.mention, account: null, events: ['message'] },
    { name: 'a mention with words', body: feed['mention-in-post'], account: null, events: ['message'] },
    { name: 'a review', body: feed.review, account: null, events: ['message'] },
    { name: 'stars', body: feed.stars, account: null, events: ['message'] },
    { name: 'a comment on a review', body: feed['review-comment'], account: null, events: ['message'] },
    { name: 'a kind from the future', body: feed['new-item'], account: null, events: ['ignored'] },
    { name: 'a change without a value', body: feed['no-value'], account: null, events: ['ignored'] },
    { name: 'the dashboard’s test', body: feed['test-button'], account: null, events: ['ignored'] },
    { name: 'a notice of our own', body: feed['polled-notice'], account: page, events: ['account-notice'] },
  ],
  message: {
    id: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11',
    space: 'public',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: `${page}_5001:7400000000000011`,
    post: `${page}_5001`,
    to: { id: '7400000000000011' },
    answers: '5001_9001',
    lastInboundAt: new Date('2026-03-02T08:15:30.000Z'),
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    { name: 'accepted', status: 200, body: '{"id":"5001_9003"}', becomes: 'sent' },
    { name: 'accepted, and cut short', status: 200, body: '{"id":"5001_', becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: '{}', becomes: 'unknown' },
    { name: 'a gateway’s page', status: 502, body: '<html>Bad Gateway</html>', becomes: 'unknown' },
    { name: 'an unknown error', status: 500, body: error(1), becomes: 'unknown' },
    { name: 'a busy server', status: 503, body: error(2), becomes: 'try-again' },
    { name: 'an error from the future', status: 400, body: error(424242), becomes: 'try-again' },
    { name: 'an expired token', status: 400, body: error(190, 463), becomes: 'needs-reauth' },
    { name: 'a missing permission', status: 403, body: error(200), becomes: 'needs-reauth' },
    {
      name: 'too many calls',
      status: 400,
      headers: {
        'x-business-use-case-usage': '{"1":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":9}]}',
      },
      body: error(80001),
      becomes: 'rate-limited',
    },
    { name: 'a block for misbehaviour', status: 400, body: error(368), becomes: 'rate-limited' },
    { name: 'a comment that is gone', status: 400, body: error(100, 33), becomes: 'rejected' },
    { name: 'the same words again', status: 400, body: error(506), becomes: 'rejected' },
    { name: 'too big', status: 413, body: '<html>Request Entity Too Large</html>', becomes: 'rejected' },
  ],
};
