import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Settings } from '../kit/form.js';
import type { Hook, HookReply } from '../kit/hook.js';

const form = /^sha256=([A-Za-z0-9+/]{43}=)$/u;
/**
 * X asks us to sign a token with the key that its own calls are signed with: whoever may choose the token could have any
 * body signed. So only what looks like a token is (docs.x.com/x-api/webhooks/introduction).
 */
const tokenForm = /^[A-Za-z0-9+/=_-]{16,128}$/u;

/** Over the bytes as they came. A header that is repeated is an array, or joined by a comma, and is refused. */
export function isAuthentic(hook: Hook, app: Settings): boolean {
  const given = hook.headers['x-twitter-webhooks-signature'];
  const secret = app['consumerSecret'];
  const told = typeof given === 'string' ? form.exec(given)?.[1] : undefined;
  if (told === undefined || secret === undefined || secret === '') return false;
  const [is, wanted] = [Buffer.from(told, 'base64'), createHmac('sha256', secret).update(hook.body).digest()];
  // A letter of Base64 can carry bits that mean nothing: only the one way to write it is taken.
  return is.length === wanted.length && timingSafeEqual(is, wanted) && wanted.toString('base64') === told;
}

/** The challenge-response check, at the beginning and every hour. */
export function handshake(hook: Hook, app: Settings): HookReply | null {
  const raw = /(?:^|&)crc_token=([^&]*)/u.exec(hook.query)?.[1];
  if (hook.method !== 'GET' || raw === undefined) return null;
  const secret = app['consumerSecret'];
  const token = decoded(raw);
  if (secret === undefined || secret === '' || token === null || !tokenForm.test(token)) {
    return { status: 400, type: 'text/plain', body: '' };
  }
  const answer = createHmac('sha256', secret).update(token).digest('base64');
  return { status: 200, type: 'application/json', body: JSON.stringify({ response_token: `sha256=${answer}` }) };
}

/** A "+" is one here, and no space. */
function decoded(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    // No token of X's.
    return null;
  }
}
