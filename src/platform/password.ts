import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** The least that OWASP asks of argon2id; written into each hash, so that stronger ones can follow. */
const strength = { memory: 19 * 1024, passes: 2, parallelism: 1 };
const tagLength = 32;

/** In the usual notation: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password, nonce, tagLength, ...strength });
  const { memory, passes, parallelism } = strength;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** As slow for nobody's password (null) as for somebody's: the time must not tell who has an account. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const known = hash === null ? null : read(hash);
  const { nonce, tag, ...cost } = known ?? { nonce: randomBytes(16), tag: randomBytes(tagLength), ...strength };
  const derived = await derive('argon2id', { message: password, nonce, tagLength: tag.length, ...cost });
  return timingSafeEqual(derived, tag) && known !== null;
}

const notation = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/-]+)\$([\w+/-]+)$/;

function read(hash: string) {
  const [, memory, passes, parallelism, salt, tag] = notation.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
