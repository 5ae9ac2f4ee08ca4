import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess, AccountCheck, AccountLimits } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { Settings } from '../../kit/form.js';
import { given } from '../../kit/given.js';
import { fields, id, link, text, type Fields } from '../../kit/read.js';
import { ask } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { readToken } from '../graph/token.js';
import { atGraph, loginOf } from './login.js';
import { profileUrlOf } from './parse-change.js';
import { missingRights, withoutFields } from './rights.js';
import { missingFields } from './subscription.js';
import { tokenFacts } from './token.js';

const looks = 'id,username,name,profile_picture_url';

interface Found {
  readonly profile: Fields;
  readonly externalId: string;
  readonly settings: Settings;
  readonly granted: readonly string[] | undefined;
  readonly expiresAt: Date | null;
}

/** Throws `SendFailure` for a token that is dead, or of nothing that has an Instagram account. */
export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const login = loginOf(account);
  const found = login === 'facebook' ? await byPage(account, http) : await byInstagram(account, http);
  const { profile, externalId, settings, granted, expiresAt } = found;
  const handle = text(profile['username']);
  const kept = { ...settings, login, ...given('username', handle) };
  return {
    externalId,
    name: text(profile['name']) ?? handle ?? externalId,
    ...given('handle', handle),
    ...given('profileUrl', handle && profileUrlOf(handle)),
    ...given('avatarUrl', link(profile['profile_picture_url'])),
    granted: granted ?? [],
    missing: [
      ...missingRights(login, granted),
      ...withoutFields(await unsubscribed({ ...account, externalId, settings: kept }, http)),
    ],
    expiresAt,
    limits: limitsOf(account),
    settings: kept,
  };
}

/** `user_id` is the number that webhooks name, `id` the one that only this app knows. */
async function byInstagram(account: AccountAccess, http: Http): Promise<Found> {
  const query = { fields: `user_id,${looks},account_type` };
  const profile = await ask(atGraph(account), http, { method: 'GET', path: '/me', query });
  const [userId, scopedId] = [id(profile['user_id']), id(profile['id'])];
  const externalId = userId ?? scopedId;
  if (externalId === undefined) throw refusal('no-account', 'the server answered without an account');
  const { settings, expiresAt } = await tokenFacts(account, http);
  const granted = settings['granted']?.split(',').filter((scope) => scope !== '');
  return {
    profile,
    externalId,
    settings: { ...settings, ...(scopedId === undefined ? {} : { scopedId }) },
    granted,
    expiresAt,
  };
}

async function byPage(account: AccountAccess, http: Http): Promise<Found> {
  const at = atGraph(account);
  const token = await readToken(at, http);
  const query = { fields: `id,name,instagram_business_account{${looks}}` };
  const page = await ask(at, http, { method: 'GET', path: '/me', query });
  const profile = fields(page['instagram_business_account']);
  const [pageId, externalId] = [id(page['id']), id(profile['id'])];
  if (pageId === undefined || externalId === undefined) {
    throw refusal('no-instagram', 'the Page has no professional Instagram account linked to it');
  }
  const settings = { ...account.settings, pageId };
  return { profile, externalId, settings, granted: token.scopes, expiresAt: token.expiresAt };
}

async function unsubscribed(account: AccountAccess, http: Http): Promise<readonly string[]> {
  try {
    return (await missingFields(account, http)) ?? [];
  } catch (error) {
    // Without the right to look, that right is what is told.
    if (error instanceof SendFailure && error.kind !== 'try-again') return [];
    throw error;
  }
}

function limitsOf({ settings }: AccountAccess): AccountLimits {
  return settings['humanAgent'] === 'yes' ? { humanAgent: true } : {};
}
