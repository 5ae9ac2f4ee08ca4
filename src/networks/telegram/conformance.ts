import type { Conformance } from '../kit/conformance.js';
import business from './fixtures/business.json' with { type: 'json' };
import group from './fixtures/group.json' with { type: 'json' };
import personal from './fixtures/private.json' with { type: 'json' };
import { telegram } from './network.js';

const account = '6100000001';
const webhookSecret = 'hook_secret-of-northline_0123456789abcdefghi';

function error(code: number, description: string, parameters?: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
}

export const conformance: Conformance = {
  network: telegram,
  account: {
    externalId: account,
    apiBase: 'https://api.telegram.org',
    app: { webhookSecret },
    settings: { botToken: '6100000001:token-of-northline_0123456789abcd', receive: 'poll' },
    limits: {},
  },
  hooks: [
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhookSecret },
      query: '',
      body: Buffer.from(JSON.stringify(personal.question)),
    },
  ],
  bodyIsSigned: false,
  bodies: [
    { name: 'a private message', body: personal.question, account, events: ['message'] },
    { name: 'an edit', body: personal.edited, account, events: ['message'] },
    { name: 'a start', body: personal.start, account, events: ['reachability'] },
    { name: 'a photo of an album, in answer', body: personal['answer-with-photo'], account, events: ['message'] },
    { name: 'an animation', body: personal.files, account, events: ['message'] },
    { name: 'a venue', body: personal.venue, account, events: ['message'] },
    { name: 'a contact', body: personal.contact, account, events: ['message'] },
    { name: 'a sticker', body: personal.sticker, account, events: ['message'] },
    { name: 'a kind from the future', body: personal['new-kind'], account, events: ['message'] },
    { name: 'formatted text', body: personal.rich, account, events: ['message'] },
    { name: 'a block', body: personal.blocked, account, events: ['reachability'] },
    { name: 'a button', body: personal.button, account, events: ['ignored'] },
    { name: 'a channel’s post', body: group['channel-post'], account, events: ['post'] },
    { name: 'its copy in the group', body: group['post-in-group'], account, events: ['post'] },
    { name: 'a comment', body: group.comment, account, events: ['message'] },
    { name: 'an answer to us', body: group['answer-to-us'], account, events: ['message'] },
    { name: 'an anonymous admin', body: group['admin-answer'], account, events: ['message'] },
    { name: 'a mention in a group', body: group.plain, account, events: ['message'] },
    { name: 'a chain of answers', body: group.chain, account, events: ['message'] },
    { name: 'a topic of a forum', body: group.topic, account, events: ['message'] },
    { name: 'a channel that comments', body: group.anonymous, account, events: ['message'] },
    { name: 'a reaction', body: group.reaction, account, events: ['reaction'] },
    { name: 'a reaction taken back', body: group['reaction-taken-back'], account, events: ['reaction'] },
    { name: 'a group that moves', body: group.moved, account, events: ['thread-moved'] },
    { name: 'a new member', body: group.joined, account, events: ['ignored'] },
    { name: 'a removal', body: group.removed, account, events: ['account-notice'] },
    { name: 'counts of reactions', body: group.counts, account, events: ['ignored'] },
    { name: 'a business message', body: business.customer, account, events: ['message'] },
    { name: 'the owner’s own', body: business.owner, account, events: ['message'] },
    { name: 'ours for the owner', body: business.bot, account, events: ['message'] },
    { name: 'two deletions', body: business.deleted, account, events: ['message-deleted', 'message-deleted'] },
    { name: 'a connection', body: business.connected, account, events: ['account-notice'] },
    { name: 'a right taken away', body: business.silenced, account, events: ['account-notice'] },
    { name: 'a message to a channel', body: business['channel-direct'], account, events: ['message'] },
    { name: 'the channel’s answer', body: business['channel-answers'], account, events: ['message'] },
    { name: 'a polled update', body: { relais: 'poll', update: personal.question }, account, events: ['message'] },
    {
      name: 'a failing webhook',
      body: { relais: 'poll', webhook: { last_error_date: 1772443700, last_error_message: 'Connection timed out' } },
      account,
      events: ['account-notice'],
    },
  ],
  message: {
    id: '0b1f8a52-6a0e-4a7e-9d55-30f3c7d5c911',
    space: 'private',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: '5100200300',
    to: { id: '5100200300', handle: 'ines_c' },
    answers: '5100200300/41',
    lastInboundAt: new Date('2026-03-02T08:15:30.000Z'),
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    {
      name: 'accepted',
      status: 200,
      body: '{"ok":true,"result":{"message_id":43,"date":1772439600,"chat":{"id":5100200300,"type":"private"}}}',
      becomes: 'sent',
    },
    { name: 'accepted, and cut short', status: 200, body: '{"ok":true,"result":{"mess', becomes: 'unknown' },
    { name: 'accepted without a number', status: 200, body: '{"ok":true,"result":{}}', becomes: 'unknown' },
    { name: 'a gateway’s page', status: 502, body: '<html>Bad Gateway</html>', becomes: 'unknown' },
    { name: 'a broken server', status: 500, body: error(500, 'Internal Server Error'), becomes: 'unknown' },
    { name: 'a revoked token', status: 401, body: error(401, 'Unauthorized'), becomes: 'needs-reauth' },
    { name: 'an unknown bot', status: 404, body: error(404, 'Not Found'), becomes: 'needs-reauth' },
    {
      name: 'too many calls',
      status: 429,
      body: error(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
      becomes: 'rate-limited',
    },
    {
      name: 'a bot that is blocked',
      status: 403,
      body: error(403, 'Forbidden: bot was blocked by the user'),
      becomes: 'customer-unreachable',
    },
    {
      name: 'a group without us',
      status: 403,
      body: error(403, 'Forbidden: bot was kicked from the supergroup chat'),
      becomes: 'customer-unreachable',
    },
    {
      name: 'a chat that is gone',
      status: 400,
      body: error(400, 'Bad Request: chat not found'),
      becomes: 'customer-unreachable',
    },
    {
      name: 'a business chat that is silent',
      status: 400,
      body: error(400, 'Bad Request: BUSINESS_PEER_USAGE_MISSING'),
      becomes: 'window-closed',
    },
    {
      name: 'a right that is missing',
      status: 403,
      body: error(403, 'Forbidden: not enough rights to send text messages to the chat'),
      becomes: 'rejected',
    },
    { name: 'too long', status: 400, body: error(400, 'Bad Request: message is too long'), becomes: 'rejected' },
    { name: 'too big', status: 413, body: error(413, 'Request Entity Too Large'), becomes: 'rejected' },
    {
      name: 'a group that moves for ever',
      status: 400,
      body: error(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001 }),
      becomes: 'rejected',
    },
  ],
};
