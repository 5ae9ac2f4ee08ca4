import { generateKeyPairSync, sign } from 'node:crypto';

import type { Conformance } from '../kit/conformance.js';
import bodies from './fixtures/bodies.json' with { type: 'json' };
import { discord } from './network.js';

const account = '1457469483726668048';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
// The last 32 bytes of a key in its DER form are the key itself.
const rawKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

export const conformance: Conformance = {
  network: discord,
  account: {
    externalId: account,
    apiBase: 'https://discord.relais.test/api/v10',
    app: { publicKey: rawKey },
    settings: { botToken: 'token-of-the-bot-of-northline' },
    limits: {},
  },
  hooks: [bodies.command, bodies.button].map((body) => signed(JSON.stringify(body))),
  bodies: [
    { name: 'a message', body: bodies.message, account: account, events: ['message'] },
    { name: 'a mention', body: bodies.mention, account: account, events: ['message'] },
    { name: 'a reply', body: bodies.reply, account: account, events: ['message'] },
    { name: 'a message in a thread', body: bodies.thread, account: account, events: ['message'] },
    { name: 'a private message', body: bodies.direct, account: account, events: ['message'] },
    { name: 'an edit', body: bodies.edit, account: account, events: ['message'] },
    { name: 'a link unfolded', body: bodies.unfolded, account: account, events: ['ignored'] },
    { name: 'somebody who joins', body: bodies.joined, account: account, events: ['ignored'] },
    { name: 'something forwarded', body: bodies.forward, account: account, events: ['message'] },
    { name: 'our reply', body: bodies.echo, account: account, events: ['message'] },
    { name: 'our private message', body: bodies['echo-direct'], account: account, events: ['message'] },
    { name: 'our post', body: bodies['own-post'], account: account, events: ['post'] },
    { name: 'a deletion', body: bodies.deleted, account: account, events: ['message-deleted'] },
    {
      name: 'many deletions',
      body: bodies['deleted-many'],
      account: account,
      events: ['message-deleted', 'message-deleted'],
    },
    { name: 'a reaction', body: bodies.reaction, account: account, events: ['reaction'] },
    {
      name: 'a reaction of the server’s own taken back',
      body: bodies['reaction-custom'],
      account: account,
      events: ['reaction'],
    },
    { name: 'all reactions removed', body: bodies['reactions-removed'], account: account, events: ['ignored'] },
    { name: 'somebody typing', body: bodies.typing, account: account, events: ['ignored'] },
    { name: 'a new thread', body: bodies['thread-created'], account: account, events: ['ignored'] },
    { name: 'a greeting', body: bodies.hello, account: account, events: ['ignored'] },
    { name: 'a command', body: bodies.command, account: null, events: ['message'] },
    { name: 'a button', body: bodies.button, account: null, events: ['message'] },
    { name: 'a form', body: bodies.form, account: null, events: ['message'] },
    { name: 'a command being typed', body: bodies.autocomplete, account: null, events: ['ignored'] },
    { name: 'somebody who adds the app', body: bodies['app-event'], account: null, events: ['ignored'] },
    { name: 'a polled message', body: bodies.polled, account: account, events: ['message'] },
    { name: 'a bare message', body: bodies.bare, account: account, events: ['message'] },
  ],
  message: {
    id: '0195f2a0-31a7-7a52-9d6c-1c6f0a3f2b11',
    space: 'private',
    text: 'Thank you, we are looking into it.',
    files: [],
    thread: '1457536551830421599',
    to: { id: '1033044521375764530', handle: 'zoe' },
    lastInboundAt: null,
    startedAt: new Date('2026-03-02T08:20:00.000Z'),
  },
  answers: [
    { name: 'accepted', status: 200, body: '{"id":"1477900000000000100"}', becomes: 'sent' },
    { name: 'accepted, and cut short', status: 200, body: '{"id":"14', becomes: 'unknown' },
    { name: 'accepted without an id', status: 200, body: '{}', becomes: 'unknown' },
    {
      name: 'a broken server',
      status: 500,
      body: '{"message":"500: Internal Server Error","code":0}',
      becomes: 'unknown',
    },
    { name: 'a gateway’s page', status: 502, body: '<html>', becomes: 'unknown' },
    { name: 'a bad token', status: 401, body: '{"message":"401: Unauthorized","code":0}', becomes: 'needs-reauth' },
    {
      name: 'a revoked token',
      status: 403,
      body: '{"message":"Invalid authentication token","code":50014}',
      becomes: 'needs-reauth',
    },
    {
      name: 'somebody who takes no messages',
      status: 403,
      body: '{"message":"Cannot send messages to this user","code":50007}',
      becomes: 'customer-unreachable',
    },
    {
      name: 'somebody without a common server',
      status: 403,
      body: '{"message":"no mutual guilds","code":50278}',
      becomes: 'customer-unreachable',
    },
    {
      name: 'a channel that the bot may not write in',
      status: 403,
      body: '{"message":"Missing Permissions","code":50013}',
      becomes: 'rejected',
    },
    {
      name: 'a channel that is gone',
      status: 404,
      body: '{"message":"Unknown Channel","code":10003}',
      becomes: 'rejected',
    },
    { name: 'too long', status: 400, body: '{"message":"Invalid Form Body","code":50035}', becomes: 'rejected' },
    {
      name: 'too many calls',
      status: 429,
      body: '{"message":"You are being rate limited.","retry_after":0.65,"global":false}',
      becomes: 'rate-limited',
    },
  ],
};

function signed(body: string) {
  const timestamp = '1772438400';
  const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
  const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
  return { method: 'POST', headers, query: '', body: Buffer.from(body) };
}
