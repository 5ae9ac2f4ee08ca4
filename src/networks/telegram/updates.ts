import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { setting } from '../kit/form.js';
import { ask } from './call.js';

// Telegram keeps the last list it was given, and without a list it leaves reactions out: it is always sent whole.
export const allowedUpdates = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction',
  'my_chat_member',
] as const;

export function receivesByWebhook(account: AccountAccess): boolean {
  return account.settings['receive']?.trim().toLowerCase() === 'webhook';
}

/** One way excludes the other: an account that polls must have no webhook. Pending updates are kept either way. */
export async function subscribe(account: AccountAccess, hookUrl: string, http: Http): Promise<void> {
  if (!receivesByWebhook(account)) return unsubscribe(account, http);
  const params = {
    url: hookUrl,
    secret_token: setting(account.app, 'webhookSecret'),
    allowed_updates: allowedUpdates,
    drop_pending_updates: false,
  };
  await ask(account, http, { method: 'setWebhook', params });
}

export async function unsubscribe(account: AccountAccess, http: Http): Promise<void> {
  await ask(account, http, { method: 'deleteWebhook', params: { drop_pending_updates: false } });
}
