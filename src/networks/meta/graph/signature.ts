import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Settings } from '../../kit/form.js';
import type { Hook, HookReply } from '../../kit/hook.js';

const form = /^sha256=([0-9a-f]{64})$/u;

/**
 * Over the bytes as they came: Meta writes "é" as \u00e9 and "/" as \/, so what is parsed and written again has another
 * signature. A header that is repeated is an array, or joined by a comma, and is refused like a missing one.
 */
export function isAuthentic(hook: Hook, app: Settings): boolean {
  const given = hook.headers['x-hub-signature-256'];
  const secret = app['appSecret'];
  const hex = typeof given === 'string' ? form.exec(given)?.[1] : undefined;
  if (hex === undefined || secret === undefined || secret === '') return false;
  return timingSafeEqual(Buffer.from(hex, 'hex'), createHmac('sha256', secret).update(hook.body).digest());
}

/** Meta asks once, when the callback is set, whether it is ours: the challenge goes back as it came, as plain text. */
export function handshake(hook: Hook, app: Settings): HookReply | null {
  const query = new URLSearchParams(hook.query);
  if (hook.method !== 'GET' || !query.has('hub.mode')) return null;
  const challenge = query.get('hub.challenge');
  const isAsked = query.get('hub.mode') === 'subscribe' && challenge !== null;
  const isKnown = same(query.get('hub.verify_token') ?? '', app['verifyToken'] ?? '');
  return isAsked && isKnown
    ? { status: 200, type: 'text/plain', body: challenge }
    : { status: 403, type: 'text/plain', body: '' };
}

/** `appsecret_proof`: that whoever holds the token also holds the secret of the app it was made for. */
export function proofOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex');
}

/** Digests have one length, so that the time taken tells nothing of the secret's. */
function same(given: string, known: string): boolean {
  return known !== '' && timingSafeEqual(digest(given), digest(known));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
