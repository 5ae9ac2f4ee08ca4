import { argon2Sync } from 'node:crypto';
import { hashPassword, isPassword } from './password.js';

describe('passwords', () => {
  it('knows a password again, whatever its letters', async () => {
    const hash = await hashPassword('une très longue phrase 🔑');
    expect(await isPassword('une très longue phrase 🔑', hash)).toBe(true);
    expect(await isPassword('une très longue phrase', hash)).toBe(false);
  });

  it('costs what OWASP asks for, and says so in the hash', async () => {
    expect(await hashPassword('a password')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  });

  it('never hashes the same password twice into the same text', async () => {
    expect(await hashPassword('a password')).not.toBe(await hashPassword('a password'));
  });

  it('opens what was hashed at another strength', async () => {
    const cost = { parallelism: 1, memory: 8192, passes: 3 };
    const tag = argon2Sync('argon2id', { message: 'old', nonce: '0123456789abcdef', tagLength: 32, ...cost });
    const hash = `$argon2id$v=19$m=8192,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$${tag.toString('base64').replace(/=+$/, '')}`;
    expect(await isPassword('old', hash)).toBe(true);
    expect(await isPassword('new', hash)).toBe(false);
  });

  it.each([null, '', 'plain text', '$argon2id$v=19$m=19456,t=2,p=1$$'])('opens nothing with %p', async (hash) => {
    expect(await isPassword('', hash)).toBe(false);
  });
});
