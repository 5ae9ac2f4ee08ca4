import { hash, randomBytes, randomUUIDv7 } from 'node:crypto';

/** A UUID of version 7: later ids sort after earlier ones, which keeps indexes compact. */
export function newId(): string {
  return randomUUIDv7();
}

/** A secret nobody can guess, safe in a URL. `bytes` is its entropy: 32 for sessions and links. */
export function newToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** Lower-case hexadecimal. Tokens are stored only like this. */
export function sha256Hex(text: string | Buffer): string {
  return hash('sha256', text, 'hex');
}
