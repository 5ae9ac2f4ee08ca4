import type { Network } from '../../networks/kit/network.js';
import { mastodon } from '../../networks/mastodon/network.js';
import { telegram } from '../../networks/telegram/network.js';
import { filled, merged } from './filled-form.js';

const fieldsOf = (network: Network, settings: Record<string, string>, app: Record<string, string> = {}) =>
  filled(network, { app, settings });

it.each([
  [telegram, {}],
  [telegram, { botToken: '  ' }],
  [telegram, { botToken: '1:a', receive: 'pigeon' }],
  [telegram, { botToken: '1:a', other: 'x' }],
  [mastodon, { server: 'two words' }],
])('refuses form %# and says which field', (network, settings) => {
  expect(() => fieldsOf(network, settings)).toThrow('account.fields');
});

it('refuses a field of the app that there is not', () => {
  expect(() => fieldsOf(telegram, { botToken: '1:a' }, { webhookSecret: 'mine' })).toThrow('account.fields');
});

it('trims, and leaves out what was left empty', () => {
  expect(fieldsOf(telegram, { botToken: ' 1:a ', receive: '' }).settings).toEqual({ botToken: '1:a' });
  expect(fieldsOf(mastodon, { server: 'mastodon.example' }).settings).toEqual({ server: 'mastodon.example' });
});

it('keeps what an empty field had, and replaces the others', () => {
  const before = { server: 'https://a.example', accessToken: 'old', clientId: 'kept' };
  expect(merged(before, { server: '', accessToken: 'new' })).toEqual({ ...before, accessToken: 'new' });
  expect(merged(before, undefined)).toEqual(before);
});
