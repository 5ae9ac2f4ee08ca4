import { createPublicKey, verify } from 'node:crypto';

import type { Settings } from '../kit/form.js';
import type { Hook, HookReply } from '../kit/hook.js';
import { objectIn } from '../kit/json.js';
import { number } from '../kit/read.js';

const keyForm = /^[0-9a-f]{64}$/iu;
const signatureForm = /^[0-9a-f]{128}$/u;
/** What comes before the 32 bytes of a key in its DER form (RFC 8410). */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519 over the timestamp and the bytes of the body. Discord itself sends wrong ones, to see that they are refused. */
export function isAuthentic(hook: Hook, app: Settings): boolean {
  const [signature, timestamp] = [hook.headers['x-signature-ed25519'], hook.headers['x-signature-timestamp']];
  const key = app['publicKey'];
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || timestamp === '') return false;
  if (key === undefined || !keyForm.test(key) || !signatureForm.test(signature)) return false;
  const signed = Buffer.concat([Buffer.from(timestamp), hook.body]);
  const der = Buffer.concat([keyPrefix, Buffer.from(key, 'hex')]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, signed, publicKey, Buffer.from(signature, 'hex'));
}

/** Both addresses are tried out with a PING: type 1 of an interaction, type 0 of an event. */
export function handshake(hook: Hook, app: Settings): HookReply | null {
  if (hook.method !== 'POST' || !isAuthentic(hook, app)) return null;
  const told = objectIn(hook.body.toString('utf8'));
  const type = number(told['type']);
  if (type === 1 && told['event'] === undefined && told['token'] !== undefined) {
    return { status: 200, type: 'application/json', body: JSON.stringify({ type: 1 }) };
  }
  return type === 0 ? { status: 204, type: 'application/json', body: '' } : null;
}

/** An interaction must be answered within three seconds: a button is acknowledged, a command told that it was heard. */
export function accepted(hook: Hook): HookReply | null {
  const type = number(objectIn(hook.body.toString('utf8'))['type']);
  const answer = answerTo(type);
  return answer === null ? null : { status: 200, type: 'application/json', body: JSON.stringify(answer) };
}

export function answerTo(type: number | undefined): object | null {
  if (type === 3) return { type: 6 };
  return type === 2 || type === 5 ? { type: 4, data: { content: '✅', flags: 64 } } : null;
}
