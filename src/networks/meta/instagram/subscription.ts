import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { fields, list, text } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { setCallback, subscribedFields as fieldsOfPage, subscribePage } from '../graph/subscription.js';
import { atGraph, loginOf, mailbox } from './login.js';

export const instagramFields = [
  'comments',
  'live_comments',
  'mentions',
  'messages',
  'messaging_postbacks',
  'message_reactions',
  'messaging_seen',
  'message_edit',
  'messaging_referral',
  'messaging_optins',
  'messaging_handover',
  'standby',
] as const;
/** The fields of Instagram are the app's; the Page must have any, and these let the messages through. */
export const pageFields = ['feed', 'messages'];

/** Called again, it changes nothing. Throws `SendFailure`. */
export async function subscribe(account: AccountAccess, hookUrl: string, http: Http): Promise<void> {
  const at = atGraph(account);
  if (loginOf(account) === 'facebook') {
    await setCallback(at, { hookUrl, http }, { object: 'instagram', fields: instagramFields });
    return subscribePage(pageFields, { ...at, externalId: mailbox(account) }, http);
  }
  // Where the app is called is set in its dashboard: no token may change it.
  const query = { subscribed_fields: instagramFields.join(',') };
  await ask(at, http, { method: 'POST', path: edge(account), query });
}

/** The subscription of a Page is left alone: Facebook and Messenger have it too. */
export async function unsubscribe(account: AccountAccess, http: Http): Promise<void> {
  if (loginOf(account) === 'instagram') await ask(atGraph(account), http, { method: 'DELETE', path: edge(account) });
}

/** What the account is not subscribed to, of what it needs; undefined when it is not subscribed at all. */
export async function missingFields(account: AccountAccess, http: Http): Promise<readonly string[] | undefined> {
  const at = atGraph(account);
  if (loginOf(account) === 'facebook') {
    const current = await fieldsOfPage({ ...at, externalId: mailbox(account) }, http);
    return current === undefined ? undefined : pageFields.filter((field) => !current.includes(field));
  }
  const [ours] = list((await ask(at, http, { method: 'GET', path: edge(account) }))['data']).map(fields);
  if (ours === undefined) return undefined;
  const current = list(ours['subscribed_fields']).flatMap((one) => text(one) ?? text(fields(one)['name']) ?? []);
  return instagramFields.filter((field) => !current.includes(field));
}

function edge(account: AccountAccess): string {
  return pathOf(account.externalId, 'subscribed_apps');
}
