import type { Conformance } from '../kit/conformance.js';
import bodies from './fixtures/bodies.json' with { type: 'json' };
import { youtube } from './network.js';

const account = 'UCnorthline0000000000001';

function error(code: number, reason: string): string {
  return JSON.stringify({ error: { code, message: `no: ${reason}`, errors: [{ domain: 'youtube', reason }] } });
}

export const conformance: Conformance = {
  network: youtube,
  account: {
    externalId: account,
    apiBase: 'https://www.googleapis.com/youtube/v3',
    app: { clientId: 'client-of-northline', clientSecret: 'client-secret-of-northline' },
    settings: { accessToken: 'access-token-of-northline', refreshToken: 'refresh-token-of-northline' },
    limits: {},
  },
  hooks: [],
  bodies: [
    { name: 'a thread with two replies', body: bodies.thread, account, events: ['message', 'message', 'message'] },
    { name: 'a page of the API', body: bodies.page, account, events: ['message'] },
    { name: 'a comment of our own', body: bodies.own, account, events: ['ignored'] },
    { name: 'a deletion', body: bodies.gone, account, events: ['message-deleted'] },
    { name: 'a live message', body: bodies.live, account, events: ['message'] },
    { name: 'a Super Chat', body: bodies.superchat, account, events: ['message'] },
    { name: 'a live message deleted', body: bodies['live-deleted'], account, events: ['message-deleted'] },
    { name: 'a poll in a live chat', body: bodies['live-poll'], account, events: ['ignored'] },
  ],
  message: {
    id: '0195f2a0-31a7-7a52-9d6c-1c6f0a3f2c01',
    space: 'public',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: 'UgzNorthline001AaABAg:UCines000000000000000001',
    to: { id: 'UCines000000000000000001', handle: 'ines-c' },
    answers: 'UgzNorthline001AaABAg',
    lastInboundAt: new Date('2026-03-02T08:15:30.000Z'),
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    {
      name: 'accepted',
      status: 200,
      body: '{"kind":"youtube#comment","id":"UgzNorthline001AaABAg.9xYz","snippet":{"publishedAt":"2026-03-02T08:20:01Z"}}',
      becomes: 'sent',
    },
    { name: 'accepted, and cut short', status: 200, body: '{"kind":"youtube#com', becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: '{}', becomes: 'unknown' },
    { name: 'a broken server', status: 503, body: error(503, 'backendError'), becomes: 'unknown' },
    { name: 'YouTube failed to process', status: 400, body: error(400, 'processingFailure'), becomes: 'try-again' },
    { name: 'a token that ended', status: 401, body: error(401, 'authError'), becomes: 'needs-reauth' },
    { name: 'no channel', status: 401, body: error(401, 'youtubeSignupRequired'), becomes: 'needs-reauth' },
    { name: 'a scope too few', status: 403, body: error(403, 'insufficientPermissions'), becomes: 'needs-reauth' },
    {
      name: 'no units left',
      status: 403,
      headers: { date: 'Mon, 02 Mar 2026 08:20:00 GMT' },
      body: error(403, 'quotaExceeded'),
      becomes: 'rate-limited',
    },
    { name: 'too many at once', status: 403, body: error(403, 'rateLimitExceeded'), becomes: 'rate-limited' },
    { name: 'a comment that is gone', status: 404, body: error(404, 'parentCommentNotFound'), becomes: 'rejected' },
    { name: 'comments switched off', status: 403, body: error(403, 'commentsDisabled'), becomes: 'rejected' },
    { name: 'a chat that has ended', status: 403, body: error(403, 'liveChatEnded'), becomes: 'window-closed' },
    { name: 'a reason of the future', status: 400, body: error(400, 'commentTooRude'), becomes: 'rejected' },
    { name: 'an error that is a text', status: 400, body: '{"error":"error message"}', becomes: 'rejected' },
  ],
};
