import type { Settings } from '../../kit/form.js';
import type { Hook } from '../../kit/hook.js';
import { handshake, isAuthentic as isSigned } from '../graph/signature.js';

/** Which of an app's two secrets signs, the documentation does not say: either is believed. */
function isAuthentic(hook: Hook, app: Settings): boolean {
  const secrets = [app['appSecret'], app['metaAppSecret']];
  return secrets.map((appSecret) => appSecret !== undefined && isSigned(hook, { appSecret })).includes(true);
}

export const proof = { isAuthentic, handshake };
