import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { fields, id, list, text } from '../kit/read.js';
import { ask, pathOf } from './call.js';

interface XHook {
  readonly id: string;
  readonly url: string;
  readonly isValid: boolean;
}

interface Wanted {
  readonly type: string;
  readonly direction?: string;
}

/** What X is to tell us of an account; DMs of ours come back so as well. */
const wanted: readonly Wanted[] = [
  { type: 'post.mention.create' },
  { type: 'post.reply.create' },
  { type: 'post.quote.create' },
  { type: 'post.create' },
  { type: 'post.delete' },
  { type: 'like.create', direction: 'inbound' },
  { type: 'dm.received' },
  { type: 'dm.sent' },
  { type: 'dm.read' },
  { type: 'chat.received' },
];

/** The webhooks of our app; X stops calling one that is not valid. */
export async function hooksOf(account: AccountAccess, http: Http): Promise<XHook[]> {
  const told = await ask(account, http, { method: 'GET', path: '/2/webhooks', asApp: true });
  return list(told['data'])
    .map(fields)
    .flatMap((hook) => {
      const [hookId, url] = [id(hook['id']), text(hook['url'])];
      return hookId === undefined || url === undefined ? [] : [{ id: hookId, url, isValid: hook['valid'] !== false }];
    });
}

/** Called again, it changes nothing. Without the app's own token the poll brings everything. */
export async function subscribe(account: AccountAccess, hookUrl: string, http: Http): Promise<void> {
  if (account.app['bearerToken'] === undefined) return;
  const webhookId = await hookAt(hookUrl, account, http);
  const there = await subscriptionsOf(account, http);
  for (const { type, direction } of wanted) {
    if (there.some((one) => one.type === type)) continue;
    const filter = { user_id: account.externalId, ...(direction === undefined ? {} : { direction }) };
    const json = { event_type: type, filter, tag: 'relais', webhook_id: webhookId };
    await ask(account, http, { method: 'POST', path: '/2/activity/subscriptions', body: { json } });
  }
}

export async function unsubscribe(account: AccountAccess, http: Http): Promise<void> {
  if (account.app['bearerToken'] === undefined) return;
  for (const one of await subscriptionsOf(account, http)) {
    await ask(account, http, { method: 'DELETE', path: pathOf('activity', 'subscriptions', one.id), asApp: true });
  }
}

/** Has X check those again that it gave up. True when one is valid. */
export async function keepHooks(account: AccountAccess, http: Http): Promise<boolean> {
  const hooks = await hooksOf(account, http);
  for (const hook of hooks.filter(({ isValid }) => !isValid)) {
    await ask(account, http, { method: 'PUT', path: pathOf('webhooks', hook.id), asApp: true });
  }
  return hooks.some(({ isValid }) => isValid);
}

async function hookAt(url: string, account: AccountAccess, http: Http): Promise<string> {
  const known = (await hooksOf(account, http)).find((hook) => hook.url === url);
  if (known !== undefined) {
    const path = pathOf('webhooks', known.id);
    if (!known.isValid) await ask(account, http, { method: 'PUT', path, asApp: true });
    return known.id;
  }
  const made = await ask(account, http, { method: 'POST', path: '/2/webhooks', asApp: true, body: { json: { url } } });
  return id(fields(made['data'])['id']) ?? id(made['id']) ?? '';
}

async function subscriptionsOf(account: AccountAccess, http: Http): Promise<{ id: string; type: string }[]> {
  const told = await ask(account, http, { method: 'GET', path: '/2/activity/subscriptions', asApp: true });
  const ours = list(told['data'])
    .map(fields)
    .filter((one) => id(fields(one['filter'])['user_id']) === account.externalId);
  return ours.flatMap((one) => {
    const [subscriptionId, type] = [id(one['subscription_id']) ?? id(one['id']), text(one['event_type'])];
    return subscriptionId === undefined || type === undefined ? [] : [{ id: subscriptionId, type }];
  });
}
