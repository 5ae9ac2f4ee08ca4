import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Settings } from '../kit/form.js';
import type { Hook, HookReply } from '../kit/hook.js';
import { objectIn } from '../kit/json.js';
import { instant, text } from '../kit/read.js';

const form = /^sha256=([0-9a-f]{64})$/u;

/** Over the id, the time as it is written, to the nanosecond, and the bytes of the body (dev.twitch.tv/docs/eventsub). */
export function isAuthentic(hook: Hook, app: Settings): boolean {
  const [id, at] = [header(hook, 'message-id'), header(hook, 'message-timestamp')];
  const hex = form.exec(header(hook, 'message-signature') ?? '')?.[1];
  const secret = app['webhookSecret'];
  if (id === undefined || at === undefined || hex === undefined || secret === undefined || secret === '') return false;
  const wanted = createHmac('sha256', secret).update(id).update(at).update(hook.body).digest();
  return timingSafeEqual(Buffer.from(hex, 'hex'), wanted);
}

/** Twitch asks for messages older than ten minutes to be refused. */
export function signedAt(hook: Hook): Date | undefined {
  return instant(header(hook, 'message-timestamp'));
}

/** A new subscription is confirmed by its challenge, as plain text. */
export function handshake(hook: Hook, app: Settings): HookReply | null {
  if (header(hook, 'message-type') !== 'webhook_callback_verification' || !isAuthentic(hook, app)) return null;
  const challenge = text(objectIn(hook.body.toString('utf8'))['challenge']);
  return challenge === undefined
    ? { status: 400, type: 'text/plain', body: '' }
    : { status: 200, type: 'text/plain', body: challenge };
}

function header(hook: Hook, name: string): string | undefined {
  return text(hook.headers[`twitch-eventsub-${name}`]);
}
