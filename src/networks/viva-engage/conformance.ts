import type { Conformance } from '../kit/conformance.js';
import messages from './fixtures/messages.json' with { type: 'json' };
import { vivaEngage } from './network.js';

const account = '9001';
const accepted = { messages: [{ id: 5001, created_at: '2026/03/02 14:10:01 +0000' }] };

export const conformance: Conformance = {
  network: vivaEngage,
  account: {
    externalId: account,
    apiBase: 'https://engage.relais.test',
    app: { tenant: 'northline.example', clientId: 'client-of-northline', clientSecret: 'client secret of northline' },
    settings: { accessToken: 'access token of northline', refreshToken: 'refresh token of northline' },
    limits: {},
  },
  hooks: [],
  bodies: [
    { name: 'a question in a community', body: messages.question, account, events: ['message'] },
    { name: 'a mention', body: messages.mention, account, events: ['message'] },
    { name: 'an answer', body: messages.comment, account, events: ['message'] },
    { name: 'our answer', body: messages.ours, account, events: ['message'] },
    { name: 'our own beginning', body: messages['our-post'], account, events: ['post'] },
    { name: 'a direct message', body: messages.direct, account, events: ['message'] },
    { name: 'our direct message', body: messages['our-direct'], account, events: ['message'] },
    { name: 'a system message', body: messages.system, account, events: ['ignored'] },
    { name: 'a message with files', body: messages['with-files'], account, events: ['message'] },
    { name: 'a bare list', body: messages.bare, account, events: ['message'] },
  ],
  message: {
    id: '019ac000-0000-7000-8000-000000000001',
    space: 'public',
    text: 'The R8 fits, and the wiki says how.',
    files: [],
    thread: '1001:7001',
    post: '1001',
    to: { id: '7001', handle: '@lea' },
    answers: '1001',
    lastInboundAt: new Date('2026-03-02T14:00:00Z'),
    startedAt: new Date('2026-03-02T14:10:00Z'),
  },
  answers: [
    { name: 'accepted', status: 201, body: JSON.stringify(accepted), becomes: 'sent' },
    { name: 'accepted, and says nothing', status: 201, body: '{}', becomes: 'unknown' },
    {
      name: 'no longer signed in',
      status: 401,
      body: '{"response":{"message":"Token not found.","code":16,"stat":"fail"}}',
      becomes: 'needs-reauth',
    },
    { name: 'not a member', status: 403, body: '{"message":"You are not authorized"}', becomes: 'rejected' },
    { name: 'the thread is gone', status: 404, body: '', becomes: 'rejected' },
    { name: 'a text that is not taken', status: 400, body: '{"base":"body is too long"}', becomes: 'rejected' },
    {
      name: 'too many calls',
      status: 429,
      body: '{"response":{"message":"Rate limited due to excessive requests.","code":33,"stat":"fail"}}',
      becomes: 'rate-limited',
    },
    { name: 'broken', status: 503, body: '<html>busy</html>', becomes: 'unknown' },
  ],
};
