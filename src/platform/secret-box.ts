import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sha256Hex } from './ids.js';

const version = 'v1';
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;

/** It was sealed with another key: RELAIS_SECRET_KEY, or secret.key in the data folder, is not the one of this database. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';

  constructor(sealedWith: string, opensWith: string) {
    super(`sealed with the key ${sealedWith}, but this process has the key ${opensWith}`);
  }
}

/** The record is no secret of ours, was altered, or belongs to another row than the one it was read from. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

/** Keeps the secrets of accounts unreadable to whoever holds the database alone. */
export class SecretBox {
  /** Names the key without telling anything about it. */
  readonly keyId: string;

  constructor(private readonly key: Buffer) {
    if (key.length !== 32) throw new Error('the secret key must have 32 bytes');
    this.keyId = sha256Hex(key).slice(0, 8);
  }

  /**
   * `v1.<key id>.<nonce>.<sealed>.<tag>`, base64url. `owner` says where the secret belongs, for example
   * `account:<id>`: the same words are needed to open it, so a sealed value copied to another row is worthless.
   */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    const parts = [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'));
    return [version, this.keyId, ...parts].join('.');
  }

  /** Throws WrongKey or BrokenSeal. */
  open(record: string, owner: string): string {
    const [form, keyId, nonce, sealed, tag] = record.split('.');
    if (form !== version || keyId === undefined || nonce === undefined || sealed === undefined || tag === undefined) {
      throw new BrokenSeal('not a sealed secret');
    }
    if (keyId !== this.keyId) throw new WrongKey(keyId, this.keyId);
    return this.decipher({ nonce, sealed, tag }, owner);
  }

  private decipher(parts: { nonce: string; sealed: string; tag: string }, owner: string): string {
    const bytes = (text: string) => Buffer.from(text, 'base64url');
    try {
      const decipher = createDecipheriv(algorithm, this.key, bytes(parts.nonce), { authTagLength: 16 })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes(parts.tag));
      return decipher.update(bytes(parts.sealed), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      // What OpenSSL says here tells an attacker more than it tells us.
      throw new BrokenSeal('altered, or sealed for another owner');
    }
  }
}
