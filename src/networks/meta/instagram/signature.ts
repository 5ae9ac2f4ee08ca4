import type { Settings } from '../../kit/form.js';
import type { Hook } from '../../kit/hook.js';
import { handshake, isAuthentic as isSigned } from '../graph/signature.js';

/** Each login signs with the secret of its own app, and both may call one address. */
function isAuthentic(hook: Hook, app: Settings): boolean {
  const secrets = [app['appSecret'], app['instagramAppSecret']];
  // Both are tried, whichever it is, so that the time taken tells nothing.
  return secrets.map((appSecret) => appSecret !== undefined && isSigned(hook, { appSecret })).includes(true);
}

export const proof = { isAuthentic, handshake };
