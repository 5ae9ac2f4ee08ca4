import type { Conformance } from '../kit/conformance.js';
import notifications from './fixtures/notifications.json' with { type: 'json' };
import statuses from './fixtures/statuses.json' with { type: 'json' };
import { mastodon } from './network.js';

const account = '109500000000000001';

export const conformance: Conformance = {
  network: mastodon,
  account: {
    externalId: account,
    apiBase: 'https://social.relais.test',
    app: {},
    settings: { server: 'https://social.relais.test', accessToken: 'token-of-northline' },
    limits: {},
  },
  hooks: [],
  bodies: [
    { name: 'a mention', body: notifications.mention, account, events: ['message'] },
    {
      name: 'a reply to our post',
      body: notifications['reply-to-our-post'],
      account,
      events: ['message'],
    },
    { name: 'a direct message', body: notifications.direct, account, events: ['message'] },
    {
      name: 'a followers-only mention',
      body: notifications['followers-only'],
      account,
      events: ['message'],
    },
    { name: 'a quote', body: notifications.quote, account, events: ['message'] },
    { name: 'a favourite', body: notifications.favourite, account, events: ['reaction'] },
    { name: 'a new follower', body: notifications.follow, account, events: ['ignored'] },
    {
      name: 'a mention with almost nothing',
      body: notifications.minimal,
      account,
      events: ['message'],
    },
    {
      name: 'a mention of another software',
      body: notifications.letters,
      account,
      events: ['message'],
    },
    { name: 'an edit', body: statuses.edited, account, events: ['message'] },
    {
      name: 'a deletion',
      body: statuses.gone,
      account,
      events: ['message-deleted', 'post-deleted'],
    },
    { name: 'our public reply', body: statuses['echo-public'], account, events: ['message'] },
    { name: 'our direct reply', body: statuses['echo-direct'], account, events: ['message'] },
    { name: 'our post', body: statuses['own-post'], account, events: ['post'] },
  ],
  // Without a parent it is one call, so that each answer below is the answer to the publication.
  message: {
    id: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11',
    space: 'private',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: 'direct:110200000000000007',
    to: { id: '110200000000000007', handle: 'ines@pouet.example' },
    lastInboundAt: null,
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    { name: 'accepted', status: 200, body: '{"id":"116200000000000200"}', becomes: 'sent' },
    { name: 'accepted, and cut short', status: 200, body: '{"id":"1162', becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: '{}', becomes: 'unknown' },
    {
      name: 'a proxy’s error page',
      status: 502,
      body: '<html>Bad Gateway</html>',
      becomes: 'unknown',
    },
    {
      name: 'a broken server',
      status: 500,
      body: '{"error":"Internal Server Error"}',
      becomes: 'unknown',
    },
    {
      name: 'a temporary problem',
      status: 503,
      body: '{"error":"There was a temporary problem serving your request, please try again"}',
      becomes: 'try-again',
    },
    {
      name: 'a revoked token',
      status: 401,
      body: '{"error":"The access token was revoked"}',
      becomes: 'needs-reauth',
    },
    {
      name: 'a missing scope',
      status: 403,
      body: '{"error":"This action is outside the authorized scopes"}',
      becomes: 'needs-reauth',
    },
    {
      name: 'a frozen account',
      status: 403,
      body: '{"error":"Your login is currently disabled"}',
      becomes: 'needs-reauth',
    },
    {
      name: 'forbidden',
      status: 403,
      body: '{"error":"This action is not allowed"}',
      becomes: 'rejected',
    },
    {
      name: 'a parent that is gone',
      status: 404,
      body: '{"error":"The post you are trying to reply to does not appear to exist."}',
      becomes: 'rejected',
    },
    {
      name: 'too long',
      status: 422,
      body: '{"error":"Validation failed: Text character limit of 500 exceeded"}',
      becomes: 'rejected',
    },
    {
      name: 'too many calls',
      status: 429,
      headers: {
        date: 'Mon, 02 Mar 2026 08:20:00 GMT',
        'x-ratelimit-reset': '2026-03-02T08:25:00.000000Z',
      },
      body: '{"error":"Too many requests"}',
      becomes: 'rate-limited',
    },
  ],
};
