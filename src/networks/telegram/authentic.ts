import { createHash, timingSafeEqual } from 'node:crypto';

import type { Settings } from '../kit/form.js';
import type { Hook } from '../kit/hook.js';

/**
 * Telegram signs nothing: it repeats the secret that `setWebhook` gave it (core.telegram.org/bots/api#setwebhook). Digests
 * are compared because they have one length, so that the time taken tells nothing of the secret's.
 */
export function isAuthentic(hook: Hook, app: Settings): boolean {
  const given = hook.headers['x-telegram-bot-api-secret-token'];
  const secret = app['webhookSecret'];
  if (typeof given !== 'string' || secret === undefined || secret === '') return false;
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
