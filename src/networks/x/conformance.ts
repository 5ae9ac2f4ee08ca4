import { createHmac } from 'node:crypto';

import type { Conformance } from '../kit/conformance.js';
import bodies from './fixtures/bodies.json' with { type: 'json' };
import { x } from './network.js';

const account = '2200000000000000001';
const consumerSecret = 'consumer-secret-of-northline';

export const conformance: Conformance = {
  network: x,
  account: {
    externalId: account,
    apiBase: 'https://api.x.relais.test',
    app: { consumerSecret, clientId: 'client-of-northline', clientSecret: 'client-secret-of-northline' },
    settings: { accessToken: 'access-token-of-northline', refreshToken: 'refresh-token-of-northline' },
    limits: {},
  },
  hooks: [bodies.mention, bodies.direct].map((body) => signed(JSON.stringify(body))),
  bodies: [
    { name: 'a mention', body: bodies.mention, account: null, events: ['message'] },
    { name: 'a reply', body: bodies.reply, account: null, events: ['message'] },
    { name: 'a quote', body: bodies.quote, account: null, events: ['message'] },
    { name: 'an edit, in the other vocabulary', body: bodies['other-words'], account: null, events: ['message'] },
    { name: 'a repost', body: bodies.repost, account: null, events: ['ignored'] },
    { name: 'our post', body: bodies['own-post'], account: null, events: ['post'] },
    { name: 'our reply', body: bodies['own-reply'], account: null, events: ['message'] },
    {
      name: 'our reply deleted',
      body: bodies['own-deleted'],
      account: null,
      events: ['message-deleted', 'post-deleted'],
    },
    { name: 'a like', body: bodies.like, account: null, events: ['reaction'] },
    { name: 'a private message', body: bodies.direct, account: null, events: ['message'] },
    { name: 'our private message', body: bodies['direct-sent'], account: null, events: ['message'] },
    { name: 'a private message read', body: bodies['direct-read'], account: null, events: ['receipt'] },
    { name: 'somebody typing', body: bodies['direct-typing'], account: null, events: ['ignored'] },
    { name: 'a picture in private', body: bodies['direct-picture'], account: null, events: ['message'] },
    { name: 'an encrypted message', body: bodies.encrypted, account: null, events: ['message'] },
    { name: 'consent taken back', body: bodies.revoked, account: null, events: ['account-notice'] },
    { name: 'two at once', body: bodies.several, account: null, events: ['message', 'reaction'] },
    { name: 'a kind that is of no use', body: bodies.news, account: null, events: ['ignored'] },
    { name: 'the end of a replay', body: bodies.replay, account: null, events: ['ignored'] },
    { name: 'the older form: a mention', body: bodies['legacy-mention'], account: null, events: ['message'] },
    { name: 'the older form: a like', body: bodies['legacy-like'], account: null, events: ['reaction'] },
    {
      name: 'the older form: a deletion',
      body: bodies['legacy-deleted'],
      account: null,
      events: ['message-deleted', 'post-deleted'],
    },
    { name: 'the older form: a follower', body: bodies['legacy-follow'], account: null, events: ['ignored'] },
    {
      name: 'the older form: consent taken back',
      body: bodies['legacy-revoked'],
      account: null,
      events: ['account-notice'],
    },
    { name: 'a polled reply to a reply', body: bodies['polled-post'], account: account, events: ['message'] },
    { name: 'a polled private message', body: bodies['polled-direct'], account: account, events: ['message'] },
    { name: 'a polled message of a group', body: bodies['polled-group'], account: account, events: ['ignored'] },
    { name: 'the meter', body: bodies.usage, account: account, events: ['account-notice'] },
    { name: 'a page as the API answers it', body: bodies.page, account: account, events: ['message'] },
    { name: 'an empty page', body: bodies['empty-page'], account: account, events: ['ignored'] },
  ],
  message: {
    id: '0195f2a0-31a7-7a52-9d6c-1c6f0a3f2b11',
    space: 'public',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: '1900000000000000101:1100000000000000007',
    to: { id: '1100000000000000007', handle: 'zoe_m' },
    answers: '1900000000000000101',
    lastInboundAt: null,
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    {
      name: 'accepted',
      status: 201,
      body: '{"data":{"id":"1900000000000000900","text":"Thank you"}}',
      becomes: 'sent',
    },
    { name: 'accepted, and cut short', status: 201, body: '{"data":{"id":"19', becomes: 'unknown' },
    { name: 'accepted with an error and no id', status: 200, body: '{"errors":[{"title":"x"}]}', becomes: 'unknown' },
    {
      name: 'a busy server, which may have posted',
      status: 503,
      body: '{"title":"Service Unavailable"}',
      becomes: 'unknown',
    },
    { name: 'a gateway’s page', status: 502, body: '<html>', becomes: 'unknown' },
    {
      name: 'an expired token',
      status: 401,
      body: '{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}',
      becomes: 'needs-reauth',
    },
    {
      name: 'a contract without it',
      status: 403,
      body: '{"type":"https://api.x.com/2/problems/client-forbidden","title":"Client Forbidden"}',
      becomes: 'needs-reauth',
    },
    {
      name: 'somebody who did not name us',
      status: 403,
      body: '{"title":"Forbidden","detail":"You can only reply to posts in which you are mentioned"}',
      becomes: 'rejected',
    },
    {
      name: 'the same words again',
      status: 403,
      body: '{"errors":[{"code":187,"message":"Status is a duplicate."}]}',
      becomes: 'rejected',
    },
    {
      name: 'somebody who takes no messages',
      status: 403,
      body: '{"errors":[{"code":349,"message":"You cannot send messages to this user."}]}',
      becomes: 'customer-unreachable',
    },
    {
      name: 'a post that is gone',
      status: 404,
      body: '{"type":"https://api.x.com/2/problems/resource-not-found"}',
      becomes: 'rejected',
    },
    {
      name: 'too many calls',
      status: 429,
      headers: { date: 'Mon, 02 Mar 2026 08:20:00 GMT', 'x-rate-limit-reset': '1772440500' },
      body: '{"title":"Too Many Requests"}',
      becomes: 'rate-limited',
    },
    {
      name: 'the amount of the month used up',
      status: 403,
      body: '{"type":"https://api.x.com/2/problems/usage-capped","title":"UsageCapExceeded"}',
      becomes: 'rate-limited',
    },
  ],
};

function signed(body: string) {
  const value = createHmac('sha256', consumerSecret).update(body).digest('base64');
  const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': `sha256=${value}` };
  return { method: 'POST', headers, query: '', body: Buffer.from(body) };
}
