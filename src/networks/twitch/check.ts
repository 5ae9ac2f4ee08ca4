import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck } from '../kit/account.js';
import { harmless, isSuccess, refusal, tolerated } from '../kit/calling.js';
import { setting } from '../kit/form.js';
import { present } from '../kit/present.js';
import { fields, id, instant, link, list, number, text, type Fields } from '../kit/read.js';
import { ask, idBase } from './call.js';
import { failureOf } from './failures.js';
import { missingOf } from './scopes.js';

/** Twitch asks every app to validate its tokens. */
export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const headers = { authorization: `OAuth ${setting(account.settings, 'accessToken')}` };
  const answer = await harmless(http.request({ method: 'GET', url: `${idBase(account.apiBase)}/validate`, headers }));
  if (!isSuccess(answer)) throw failureOf(answer);
  const told = fields(answer.json());
  const userId = id(told['user_id']);
  if (userId === undefined) throw refusal('no-account', 'the token is of no user: is it the one of an app?');
  const us = (await userBy({ id: userId }, account, http)) ?? {};
  const granted = list(told['scopes']).flatMap((scope) => text(scope) ?? []);
  return {
    externalId: userId,
    name: text(us['display_name']) ?? text(told['login']) ?? userId,
    ...present({ handle: text(told['login']), avatarUrl: link(us['profile_image_url']) }),
    granted,
    missing: missingOf(granted),
    expiresAt: endOf(answer),
    limits: {},
    settings: { ...account.settings, channelId: (await channelOwner(account, http)) ?? userId },
  };
}

/** Undefined where the account reads its own channel. */
async function channelOwner(account: AccountAccess, http: Http): Promise<string | undefined> {
  const login = (account.settings['channel'] ?? '').trim().toLowerCase();
  if (login === '') return undefined;
  const owner = id((await userBy({ login }, account, http))?.['id']);
  if (owner === undefined) throw refusal('no-channel', 'there is no channel of that name');
  return owner;
}

/** 0 is for ever. */
function endOf(answer: HttpAnswer): Date | null {
  const [now, seconds] = [instant(answer.headers['date']), number(fields(answer.json())['expires_in']) ?? 0];
  return now === undefined || seconds === 0 ? null : new Date(now.getTime() + seconds * 1000);
}

async function userBy(
  query: Readonly<Record<string, string>>,
  account: AccountAccess,
  http: Http,
): Promise<Fields | undefined> {
  const found: Fields = await tolerated<Fields, Fields>(
    ask(account, http, { method: 'GET', path: '/users', query }),
    {},
  );
  const [user] = list(found['data']);
  return user === undefined ? undefined : fields(user);
}
