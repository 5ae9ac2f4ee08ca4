import { resolve } from 'node:path';
import { readSettings, SettingsError } from './settings.js';

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({ PATH: '/usr/bin' })).toEqual({
      dataDir: resolve('data'),
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      role: 'all',
      databaseUrl: null,
      secretKey: null,
      logLevel: 'info',
      metrics: { port: null, token: null },
      wakeups: true,
      allowPrivateNetwork: false,
      firstAdministrator: null,
      trustProxy: 0,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readSettings({ RELAIS_PORT: '', DATABASE_URL: '' })).toEqual(readSettings({}));
  });

  it.each([
    [{ RELAIS_PUBLIC_URL: 'https://relais.example.com/' }, 'https://relais.example.com'],
    [{ RELAIS_HOST: '0.0.0.0', RELAIS_PORT: '80' }, 'http://localhost:80'],
    [{ RELAIS_HOST: '::1' }, 'http://[::1]:3000'],
  ])('is reached, with %j, at %s', (environment, url) => {
    expect(readSettings(environment).publicUrl).toBe(url);
  });

  it.each([
    ['base64', Buffer.alloc(32, 7).toString('base64')],
    ['hexadecimal', Buffer.alloc(32, 7).toString('hex')],
  ])('reads a secret key in %s', (_form, key) => {
    expect(readSettings({ RELAIS_SECRET_KEY: key }).secretKey).toEqual(Buffer.alloc(32, 7));
  });

  it('reads the first administrator', () => {
    const given = { RELAIS_ADMIN_EMAIL: 'ana@example.com', RELAIS_ADMIN_PASSWORD: 'correct horse' };
    expect(readSettings(given).firstAdministrator).toEqual({ email: 'ana@example.com', password: 'correct horse' });
  });

  it.each([
    [{ RELAIS_PORT: 'http' }, 'RELAIS_PORT must be a whole number from 0 to 65535.'],
    [{ RELAIS_PORT: '65536' }, 'RELAIS_PORT must be a whole number from 0 to 65535.'],
    [{ RELAIS_PUBLIC_URL: 'relais.example.com' }, 'RELAIS_PUBLIC_URL must look like https://relais.example.com.'],
    [
      { RELAIS_PUBLIC_URL: 'https://example.com/relais' },
      'RELAIS_PUBLIC_URL must look like https://relais.example.com.',
    ],
    [{ RELAIS_ROLE: 'both' }, 'RELAIS_ROLE must be one of api, worker, all.'],
    [{ RELAIS_ROLE: 'worker' }, 'RELAIS_ROLE=worker needs DATABASE_URL'],
    [
      { DATABASE_URL: 'mysql://localhost/relais' },
      'DATABASE_URL must look like postgres://user:password@host/database.',
    ],
    [{ RELAIS_SECRET_KEY: 'hunter2' }, 'RELAIS_SECRET_KEY must be 32 bytes'],
    [{ RELAIS_LOG_LEVEL: 'loud' }, 'RELAIS_LOG_LEVEL must be one of silent, error, warn, info, debug.'],
    [{ RELAIS_METRICS_PORT: '-1' }, 'RELAIS_METRICS_PORT must be a whole number'],
    [{ RELAIS_METRICS_TOKEN: 'short' }, 'RELAIS_METRICS_TOKEN must have at least 16 characters.'],
    [{ RELAIS_WAKEUPS: 'yes' }, 'RELAIS_WAKEUPS must be one of on, off.'],
    [{ RELAIS_ALLOW_PRIVATE_NETWORK: '1' }, 'RELAIS_ALLOW_PRIVATE_NETWORK must be one of on, off.'],
    [{ RELAIS_ADMIN_EMAIL: 'ana@example.com' }, 'RELAIS_ADMIN_EMAIL needs RELAIS_ADMIN_PASSWORD'],
    [{ RELAIS_ADMIN_PASSWORD: 'correct horse' }, 'RELAIS_ADMIN_PASSWORD needs RELAIS_ADMIN_EMAIL'],
    [
      { RELAIS_ADMIN_EMAIL: 'ana', RELAIS_ADMIN_PASSWORD: 'correct horse' },
      'RELAIS_ADMIN_EMAIL must be an e-mail address.',
    ],
    [{ RELAIS_TRUST_PROXY: 'true' }, 'RELAIS_TRUST_PROXY must be a whole number from 0 to 10.'],
    [{ RELAIS_PROT: '80' }, 'RELAIS_PROT: there is no such setting.'],
  ])('refuses %j', (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(sentence);
  });

  it('names every fault at once, and never a value', () => {
    const read = () => readSettings({ RELAIS_SECRET_KEY: 'hunter2', RELAIS_PORT: '70000' });
    expect(read).toThrow(/RELAIS_PORT .* RELAIS_SECRET_KEY/);
    expect(read).not.toThrow(/hunter2|70000/);
  });
});
