import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import { setting } from '../../kit/form.js';
import { fields, id, list, text } from '../../kit/read.js';
import { ask, pathOf, type Call } from './call.js';

// Facebook and Messenger share the Page's one subscription: each adds its fields and leaves the other's alone.
export const feedFields = ['feed', 'mention', 'ratings'] as const;
export const messagingFields = [
  'messages',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_deliveries',
  'message_reads',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_optins',
  'messaging_handovers',
  'messaging_policy_enforcement',
  'standby',
] as const;
const allFields = [...feedFields, ...messagingFields];

/** The fields that our app gets of the Page; undefined when it is not subscribed at all. */
export async function subscribedFields(account: AccountAccess, http: Http): Promise<readonly string[] | undefined> {
  const answer = await ask(account, http, { method: 'GET', path: edge(account) });
  const apps = list(answer['data']).map(fields);
  const ours = apps.find((app) => id(app['id']) === account.app['appId']);
  // Old versions list bare names, newer ones objects with a name.
  return ours && list(ours['subscribed_fields']).flatMap((one) => text(one) ?? text(fields(one)['name']) ?? []);
}

/** What the app as a whole is told of one product. */
interface Callback {
  readonly object: string;
  readonly fields: readonly string[];
}
const ofPages: Callback = { object: 'page', fields: allFields };

/** Called again, it changes nothing. Throws `SendFailure`. */
export async function subscribe(
  wanted: readonly string[],
  account: AccountAccess,
  { hookUrl, http }: { readonly hookUrl: string; readonly http: Http },
): Promise<void> {
  await setCallback(account, { hookUrl, http });
  await subscribePage(wanted, account, http);
}

export async function subscribePage(wanted: readonly string[], account: AccountAccess, http: Http): Promise<void> {
  const current = (await subscribedFields(account, http)) ?? [];
  if (wanted.every((field) => current.includes(field))) return;
  await put(account, http, [...new Set([...current, ...wanted])]);
}

/** Meta ends the subscription of an app that did not answer for an hour. True when it had to be made anew. */
export async function keepSubscribed(wanted: readonly string[], account: AccountAccess, http: Http): Promise<boolean> {
  if ((await subscribedFields(account, http)) !== undefined) return false;
  await put(account, http, wanted);
  return true;
}

export async function unsubscribe(unwanted: readonly string[], account: AccountAccess, http: Http): Promise<void> {
  const current = await subscribedFields(account, http);
  if (current === undefined) return;
  const left = current.filter((field) => !unwanted.includes(field));
  const call: Call = { method: 'DELETE', path: edge(account) };
  await (left.length === 0 ? ask(account, http, call) : put(account, http, left));
}

async function put(account: AccountAccess, http: Http, wanted: readonly string[]): Promise<void> {
  const query = { subscribed_fields: wanted.join(',') };
  await ask(account, http, { method: 'POST', path: edge(account), query });
}

/** Tells Meta where our app is to be called, unless it knows. */
export async function setCallback(
  account: AccountAccess,
  { hookUrl, http }: { readonly hookUrl: string; readonly http: Http },
  of: Callback = ofPages,
): Promise<void> {
  const path = pathOf(setting(account.app, 'appId'), 'subscriptions');
  try {
    const current = await ask(account, http, { method: 'GET', path, asApp: true });
    const known = list(current['data']).map(fields);
    const isSet = known.some((one) => one['object'] === of.object && isSame(text(one['callback_url']), hookUrl));
    if (isSet) return;
    const json = {
      object: of.object,
      callback_url: hookUrl,
      verify_token: setting(account.app, 'verifyToken'),
      fields: of.fields,
      include_values: true,
    };
    await ask(account, http, { method: 'POST', path, asApp: true, body: { json } });
  } catch (error) {
    // Meta must reach our address to accept it. Where it cannot, the callback is set by hand in the app's dashboard, and
    // until then the poll brings everything, only later.
    if (!(error instanceof SendFailure)) throw error;
  }
}

/** One app has one callback, and our addresses for its networks differ by the name of the network only. */
function isSame(current: string | undefined, hookUrl: string): boolean {
  if (current === undefined || !URL.canParse(current) || !URL.canParse(hookUrl)) return current === hookUrl;
  const [is, wanted] = [new URL(current), new URL(hookUrl)];
  return is.origin === wanted.origin && is.pathname.split('/').at(-1) === wanted.pathname.split('/').at(-1);
}

function edge(account: AccountAccess): string {
  return pathOf(account.externalId, 'subscribed_apps');
}
