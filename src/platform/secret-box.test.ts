import { randomBytes } from 'node:crypto';
import { BrokenSeal, SecretBox, WrongKey } from './secret-box.js';

const box = new SecretBox(randomBytes(32));

describe('SecretBox', () => {
  it('gives back what was sealed, whatever the letters', () => {
    const secret = '{"token":"é🔑"}';
    expect(box.open(box.seal(secret, 'account:1'), 'account:1')).toBe(secret);
  });

  it('never seals the same secret into the same record', () => {
    expect(box.seal('x', 'account:1')).not.toBe(box.seal('x', 'account:1'));
  });

  it('opens a record only for the owner it was sealed for', () => {
    const record = box.seal('x', 'account:1');
    expect(() => box.open(record, 'account:2')).toThrow(BrokenSeal);
  });

  it('says that the key is another one', () => {
    const record = new SecretBox(randomBytes(32)).seal('x', 'account:1');
    expect(() => box.open(record, 'account:1')).toThrow(WrongKey);
    expect(() => box.open(record, 'account:1')).toThrow(`this process has the key ${box.keyId}`);
  });

  it.each([0, 2, 3, 4])('refuses a record whose part %i was altered', (index) => {
    const parts = box.seal('a longer secret', 'account:1').split('.');
    parts[index] = Buffer.from('something else').toString('base64url').slice(0, 16);
    expect(() => box.open(parts.join('.'), 'account:1')).toThrow(BrokenSeal);
  });

  it('refuses a shortened tag, which would be easier to forge', () => {
    const parts = box.seal('x', 'account:1').split('.');
    parts[4] = parts[4]?.slice(0, 6) ?? '';
    expect(() => box.open(parts.join('.'), 'account:1')).toThrow(BrokenSeal);
  });

  it('wants a key of 32 bytes', () => {
    expect(() => new SecretBox(randomBytes(16))).toThrow('32 bytes');
  });
});
