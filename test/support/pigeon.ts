import { createHmac, timingSafeEqual } from 'node:crypto';
import type { InboundEvent } from '../../src/domain/message/inbound-event.js';
import { setting, type Settings } from '../../src/networks/kit/form.js';
import { instant } from '../../src/networks/kit/read.js';
import type { Hook } from '../../src/networks/kit/hook.js';
import type { Network } from '../../src/networks/kit/network.js';

const words = (text: string) => ({ en: text, fr: text });

/** A network that signs its calls and asks for an echo, like the big ones; it delivers nothing but greetings. */
export const pigeon: Network = {
  id: 'pigeon',
  name: 'Pigeon',
  family: 'pigeon',
  apiBase: 'http://127.0.0.1:9',
  capabilities: {
    receives: ['direct'],
    transports: ['webhook'],
    replies: {},
    moderation: [],
    idempotency: 'none',
    identityScope: 'network',
    cannot: [],
  },
  appFields: [{ name: 'secret', label: words('Secret'), kind: 'secret', required: true }],
  accountFields: [{ name: 'name', label: words('Name'), kind: 'text', required: true }],
  isAuthentic: (hook, app) => isSigned(hook, app),
  // A letter that bears a date is good for ten minutes from then.
  signedAt: ({ headers }) => instant(headers['x-pigeon-at']),
  handshake: (hook) => {
    const challenge = new URLSearchParams(hook.query).get('challenge');
    return hook.method === 'GET' && challenge !== null ? { status: 200, type: 'text/plain', body: challenge } : null;
  },
  parse: (body) => parse(body),
  check: async (account) => ({
    externalId: setting(account.settings, 'name'),
    name: setting(account.settings, 'name'),
    granted: [],
    missing: [],
    expiresAt: null,
    limits: {},
  }),
  send: () => Promise.reject(new Error('a pigeon only delivers')),
};

/** What the pigeon writes on the envelope of `body`. */
export function signature(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function isSigned({ headers, body }: Hook, app: Settings): boolean {
  const given = headers['x-pigeon'];
  if (typeof given !== 'string') return false;
  const expected = Buffer.from(signature(body, setting(app, 'secret')));
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), expected);
}

function parse(body: unknown): InboundEvent[] {
  if (typeof body !== 'object' || body === null) throw new Error('not a letter');
  return [{ kind: 'ignored', what: 'greeting' }];
}
