import { createHash } from 'node:crypto';

import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, Refreshed } from '../kit/account.js';
import { refusal } from '../kit/calling.js';
import { SendFailure } from '../kit/failure.js';
import { setting, type Settings } from '../kit/form.js';
import { objectIn } from '../kit/json.js';
import { fields, link, list, number, text, type Fields } from '../kit/read.js';
import { ask } from './call.js';

export interface Session {
  readonly did: string;
  readonly handle: string | undefined;
  readonly settings: Settings;
  readonly expiresAt: Date | null;
}

/**
 * The session of the account, made from its app password when there is none yet for it: the network allows few new
 * sessions, so the one there is, is kept (30 in five minutes, 300 a day).
 */
export async function openSession(account: AccountAccess, http: Http): Promise<Session> {
  const { settings } = account;
  if (settings['sessionFor'] !== markOf(settings) || settings['accessJwt'] === undefined) return signIn(account, http);
  try {
    const told = await ask(account, http, { name: 'com.atproto.server.getSession' });
    return sessionOf({ ...told, accessJwt: settings['accessJwt'], refreshJwt: settings['refreshJwt'] }, settings);
  } catch (error) {
    // The refresh token is left alone: whoever refreshes sessions may be using it at this moment.
    if (error instanceof SendFailure && error.kind === 'needs-reauth') return signIn(account, http);
    throw error;
  }
}

/** The refresh token rotates; when it has ended as well, the app password opens another session. */
export async function refresh(account: AccountAccess, http: Http): Promise<Refreshed> {
  const token = account.settings['refreshJwt'];
  if (token === undefined) return signIn(account, http);
  try {
    const told = await ask(account, http, { name: 'com.atproto.server.refreshSession', token });
    return sessionOf(told, account.settings);
  } catch (error) {
    if (error instanceof SendFailure && error.kind === 'needs-reauth') return signIn(account, http);
    throw error;
  }
}

async function signIn(account: AccountAccess, http: Http): Promise<Session> {
  // Where the account lived before is no guide to where it lives now.
  const { pds: _pds, ...settings } = account.settings;
  const json = { identifier: handleOf(settings), password: setting(settings, 'appPassword') };
  const told = await ask({ ...account, settings }, http, { name: 'com.atproto.server.createSession', json, token: '' });
  return sessionOf(told, settings);
}

function sessionOf(told: Fields, before: Settings): Session {
  const [did, accessJwt, refreshJwt] = [text(told['did']), text(told['accessJwt']), text(told['refreshJwt'])];
  if (did === undefined || accessJwt === undefined) {
    throw refusal('no-session', 'the server answered without a session: is it a server of Bluesky’s kind?');
  }
  if (told['active'] === false) {
    const code = text(told['status']) ?? 'inactive';
    throw new SendFailure({ kind: 'needs-reauth', code, detail: 'the account is not active' });
  }
  const pds = pdsIn(fields(told['didDoc'])) ?? before['pds'];
  const settings = {
    ...before,
    did,
    accessJwt,
    ...(refreshJwt === undefined ? {} : { refreshJwt }),
    ...(pds === undefined ? {} : { pds }),
    sessionFor: markOf(before),
  };
  return { did, handle: text(told['handle']), settings, expiresAt: endOf(accessJwt) };
}

/** Other credentials need another session. */
function markOf(settings: Settings): string {
  return createHash('sha256')
    .update(`${settings['identifier'] ?? ''}\n${settings['appPassword'] ?? ''}`)
    .digest('hex');
}

function handleOf(settings: Settings): string {
  return setting(settings, 'identifier').trim().replace(/^@/u, '');
}

/** The server that a DID's document names. */
export function pdsIn(document: Fields): string | undefined {
  const services = list(document['service']).map(fields);
  const own = services.find((service) => text(service['id'])?.endsWith('#atproto_pds'));
  return link(own?.['serviceEndpoint'])?.replace(/\/+$/u, '');
}

/** `exp` of a JSON Web Token; null when it does not say. */
function endOf(token: string): Date | null {
  const body = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const seconds = number(objectIn(body)['exp']);
  return seconds === undefined ? null : new Date(seconds * 1000);
}
