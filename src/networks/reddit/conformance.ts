import { createHmac } from 'node:crypto';
import type { Conformance } from '../kit/conformance.js';
import devvit from './fixtures/devvit.json' with { type: 'json' };
import listing from './fixtures/listing.json' with { type: 'json' };
import modmail from './fixtures/modmail.json' with { type: 'json' };
import things from './fixtures/things.json' with { type: 'json' };
import { reddit } from './network.js';

const account = 'Northline_Care';
const devvitSecret = 'between the app in the subreddit and us';

function hook(told: unknown) {
  const body = Buffer.from(JSON.stringify(told));
  const at = '1772460001';
  const signature = createHmac('sha256', devvitSecret).update(`${at}.`).update(body).digest('hex');
  const headers = { 'x-relais-timestamp': at, 'x-relais-signature': signature };
  return { method: 'POST', headers, query: '', body };
}

const errors = (code: string, words: string) => JSON.stringify({ json: { errors: [[code, words, 'x']] } });
const sentThing = {
  kind: 't1',
  data: { name: 't1_new1', created_utc: 1772460100.0, permalink: '/r/a/comments/b/c/new1/' },
};

export const conformance: Conformance = {
  network: reddit,
  account: {
    externalId: account,
    apiBase: 'https://reddit.relais.test',
    app: { clientId: 'client-of-northline', clientSecret: 'client secret of northline', devvitSecret },
    settings: { accessToken: 'access token of northline', refreshToken: 'refresh token of northline' },
    limits: {},
  },
  hooks: [hook(devvit.comment), hook(devvit['comment-gone'])],
  bodies: [
    { name: 'a comment', body: things.comment, account, events: ['message'] },
    { name: 'an edited comment', body: things.edited, account, events: ['message'] },
    { name: 'a deleted comment', body: things.deleted, account, events: ['message-deleted'] },
    { name: 'a removed comment', body: things.removed, account, events: ['message-deleted'] },
    { name: 'our comment', body: things.ours, account, events: ['message'] },
    { name: 'a comment with a picture', body: things['with-picture'], account, events: ['message'] },
    { name: 'a mention', body: things.mention, account, events: ['message'] },
    { name: 'a reply in the inbox', body: things['reply-in-inbox'], account, events: ['message'] },
    { name: 'a private message', body: things.private, account, events: ['message'] },
    { name: 'our private answer', body: things['private-answer'], account, events: ['message'] },
    { name: 'a message of a subreddit', body: things['of-subreddit'], account, events: ['ignored'] },
    { name: 'a post of a customer', body: things.post, account, events: ['message'] },
    { name: 'our post', body: things['our-post'], account, events: ['post'] },
    { name: 'a whole listing', body: listing, account, events: ['message', 'message'] },
    { name: 'modmail', body: modmail, account, events: ['message', 'message', 'ignored'] },
    { name: 'a comment told by the app', body: devvit.comment, account: null, events: ['message'] },
    { name: 'a deletion told by the app', body: devvit['comment-gone'], account: null, events: ['message-deleted'] },
    { name: 'a post told by the app', body: devvit.post, account: null, events: ['message'] },
    { name: 'an act of a moderator', body: devvit.action, account: null, events: ['ignored'] },
  ],
  message: {
    id: '019ac000-0000-7000-8000-000000000001',
    space: 'public',
    text: 'We look into it and come back to you.',
    files: [],
    thread: 't3_1n0rth1:lea_ride',
    post: 't3_1n0rth1',
    to: { id: 'lea_ride', handle: 'u/lea_ride' },
    answers: 't1_nl10001',
    lastInboundAt: new Date('2026-03-02T14:00:00Z'),
    startedAt: new Date('2026-03-02T14:10:00Z'),
  },
  answers: [
    {
      name: 'accepted',
      status: 200,
      body: JSON.stringify({ json: { errors: [], data: { things: [sentThing] } } }),
      becomes: 'sent',
    },
    { name: 'accepted, and says nothing', status: 200, body: '{"json":{"errors":[]}}', becomes: 'unknown' },
    {
      name: 'too fast, inside a 200',
      status: 200,
      body: errors('RATELIMIT', 'Take a break for 9 minutes before trying again.'),
      becomes: 'rate-limited',
    },
    {
      name: 'the comment is gone',
      status: 200,
      body: errors('DELETED_COMMENT', 'that comment has been deleted'),
      becomes: 'rejected',
    },
    {
      name: 'the thread is locked',
      status: 200,
      body: errors('THREAD_LOCKED', 'Comments are locked.'),
      becomes: 'rejected',
    },
    {
      name: 'archived',
      status: 200,
      body: errors('TOO_OLD', 'that\u2019s a piece of history now'),
      becomes: 'rejected',
    },
    {
      name: 'blocked by the person',
      status: 200,
      body: errors('USER_BLOCKED', 'you can\u2019t send to a user that you have blocked'),
      becomes: 'customer-unreachable',
    },
    {
      name: 'not on their list',
      status: 200,
      body: errors('NOT_WHITELISTED_BY_USER_MESSAGE', 'can\u2019t send message'),
      becomes: 'customer-unreachable',
    },
    {
      name: 'too many queries',
      status: 429,
      headers: { 'x-ratelimit-reset': '240' },
      body: '<html>too many</html>',
      becomes: 'rate-limited',
    },
    {
      name: 'no longer signed in',
      status: 401,
      body: '{"message":"Unauthorized","error":401}',
      becomes: 'needs-reauth',
    },
    { name: 'forbidden', status: 403, body: '{"message":"Forbidden","error":403}', becomes: 'rejected' },
    { name: 'not found', status: 404, body: '{"message":"Not Found","error":404}', becomes: 'rejected' },
    {
      name: 'broken',
      status: 502,
      body: '<html>Ow! Our CDN was unable to reach our servers</html>',
      becomes: 'unknown',
    },
  ],
};
