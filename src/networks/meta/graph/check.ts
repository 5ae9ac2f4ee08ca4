import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess, AccountCheck, AccountLimits, MissingRight } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import { fields, id, link, text, type Fields } from '../../kit/read.js';
import { ask } from './call.js';
import { refusal } from './failures.js';
import { subscribedFields } from './subscription.js';
import { readToken } from './token.js';

/** What one of the networks needs of a Page's token. */
export interface Needs {
  readonly rights: readonly MissingRight[];
  readonly webhookFields: readonly string[];
  /** What happens without the fields. */
  readonly withoutFields: MissingRight;
  readonly limits: AccountLimits;
}

/** Throws `SendFailure` for a token that is dead, of a person instead of a Page, or of another app. */
export async function checkPage(account: AccountAccess, http: Http, needs: Needs): Promise<AccountCheck> {
  const token = await readToken(account, http);
  const query = { fields: 'id,name,username,link,picture.type(large){url}' };
  const page = await ask(account, http, { method: 'GET', path: '/me', query });
  const pageId = id(page['id']);
  if (pageId === undefined) throw refusal('no-account', 'the server answered without a Page: is it the Graph API?');
  const asPage = { ...account, externalId: pageId };
  return {
    externalId: pageId,
    name: text(page['name']) ?? pageId,
    ...looksOf(page),
    granted: token.scopes ?? [],
    missing: [
      ...needs.rights.filter((right) => token.scopes?.includes(right.name) === false),
      ...(await missingFields(asPage, http, needs)),
    ],
    expiresAt: token.expiresAt,
    limits: needs.limits,
  };
}

function looksOf(page: Fields): Pick<AccountCheck, 'handle' | 'avatarUrl' | 'profileUrl'> {
  const handle = text(page['username']);
  const avatarUrl = link(fields(fields(page['picture'])['data'])['url']);
  const profileUrl = link(page['link']);
  return {
    ...(handle === undefined ? {} : { handle }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
  };
}

/** Before the first subscription there is nothing to say of it; when Meta ends it, the poll notices. */
async function missingFields(account: AccountAccess, http: Http, needs: Needs): Promise<MissingRight[]> {
  try {
    const subscribed = (await subscribedFields(account, http)) ?? [];
    const missing = needs.webhookFields.filter((field) => !subscribed.includes(field));
    const isBegun = missing.length < needs.webhookFields.length;
    return isBegun && missing.length > 0 ? [{ ...needs.withoutFields, name: missing.join(', ') }] : [];
  } catch (error) {
    // Without pages_manage_metadata the subscription cannot be read; that it is missing is told as a right.
    if (error instanceof SendFailure && error.kind !== 'try-again') return [];
    throw error;
  }
}
