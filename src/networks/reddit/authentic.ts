import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../kit/form.js';
import type { Hook } from '../kit/hook.js';

const digits = /^\d{1,12}$/u;
const hex = /^[0-9a-f]{64}$/u;

/** When the app in the subreddit signed its call. */
export function signedAt(hook: Hook): Date | undefined {
  const at = hook.headers['x-relais-timestamp'];
  return typeof at === 'string' && digits.test(at) ? new Date(Number(at) * 1000) : undefined;
}

/**
 * Reddit calls nobody: the app that a brand installs in its subreddit (Devvit) does, and this signature is ours. HMAC-SHA256
 * over the second, a dot and the bytes; that a call is made again is seen by its body.
 */
export function isAuthentic(hook: Hook, app: Settings): boolean {
  const at = hook.headers['x-relais-timestamp'];
  const given = hook.headers['x-relais-signature'];
  const secret = app['devvitSecret'];
  if (secret === undefined || secret === '' || typeof at !== 'string' || typeof given !== 'string') return false;
  if (!digits.test(at) || !hex.test(given)) return false;
  const known = createHmac('sha256', secret).update(`${at}.`).update(hook.body).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), known);
}
