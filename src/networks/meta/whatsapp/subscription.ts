import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { setting } from '../../kit/form.js';
import { pathOf } from '../graph/call.js';
import { setCallback } from '../graph/subscription.js';
import { ask } from './call.js';

const whatsappFields = [
  'messages',
  'smb_message_echoes',
  'user_id_update',
  'user_preferences',
  'message_template_status_update',
  'phone_number_quality_update',
  'account_update',
  'account_alerts',
] as const;

/**
 * Called again, it changes nothing. Throws `SendFailure`. It is never undone: other numbers of the business account may
 * be connected as well.
 */
export async function subscribe(account: AccountAccess, hookUrl: string, http: Http): Promise<void> {
  await setCallback(account, { hookUrl, http }, { object: 'whatsapp_business_account', fields: whatsappFields });
  await ask(account, http, { method: 'POST', path: edge(account) });
}

function edge({ settings }: AccountAccess): string {
  return pathOf(setting(settings, 'businessAccountId'), 'subscribed_apps');
}
