import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess } from '../kit/calling.js';
import type { SendFailure } from '../kit/failure.js';
import { setting } from '../kit/form.js';
import { fields, id, list, text } from '../kit/read.js';
import { ask, call } from './call.js';
import { failureOf } from './failures.js';
import { appToken } from './oauth.js';

type Transport = Readonly<Record<string, string>>;

export function receivesByWebhook(account: AccountAccess): boolean {
  return account.settings['receive'] === 'webhook';
}

export function channelOf(account: AccountAccess): string {
  return account.settings['channelId'] ?? account.externalId;
}

/** Makes Twitch tell of everything by one transport. What is subscribed already is answered 409, and is as good. */
export async function subscribeBy(
  transport: Transport,
  account: AccountAccess,
  by: { http: Http; token?: string },
): Promise<void> {
  const chat = { broadcaster_user_id: channelOf(account), user_id: account.externalId };
  const wanted = [
    ...['message', 'message_delete', 'user_message_hold', 'user_message_update'].map(
      (one) => [`channel.chat.${one}`, chat] as const,
    ),
    ['user.whisper.message', { user_id: account.externalId }] as const,
  ];
  let refused: SendFailure | undefined;
  for (const [type, condition] of wanted) {
    const body = { json: { type, version: '1', condition, transport } };
    const { token } = by;
    const what = {
      method: 'POST',
      path: '/eventsub/subscriptions',
      body,
      ...(token === undefined ? {} : { token }),
    } as const;
    const answer = await harmless(call(account, by.http, what));
    // A right that is missing for one kind takes nothing from the others.
    if (!isSuccess(answer) && answer.status !== 409) refused ??= answer.status === 403 ? undefined : failureOf(answer);
  }
  if (refused !== undefined) throw refused;
}

export async function subscribe(account: AccountAccess, hookUrl: string, http: Http): Promise<void> {
  if (!receivesByWebhook(account)) return;
  const transport = { method: 'webhook', callback: hookUrl, secret: setting(account.app, 'webhookSecret') };
  await subscribeBy(transport, account, { http, token: await appToken(account, http) });
}

export async function unsubscribe(account: AccountAccess, http: Http): Promise<void> {
  if (!receivesByWebhook(account)) return;
  const token = await appToken(account, http);
  const query = { user_id: account.externalId };
  const told = await ask(account, http, { method: 'GET', path: '/eventsub/subscriptions', query, token });
  for (const one of list(told['data']).map(fields)) {
    const subscriptionId = id(one['id']);
    const isHook = text(fields(one['transport'])['method']) === 'webhook';
    if (subscriptionId === undefined || !isHook) continue;
    await ask(account, http, {
      method: 'DELETE',
      path: '/eventsub/subscriptions',
      query: { id: subscriptionId },
      token,
    });
  }
}
