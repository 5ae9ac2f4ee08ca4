import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields, id, list, number, text, type Fields } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { ask } from './call.js';
import { allowedUpdates, receivesByWebhook } from './updates.js';

const longPollSeconds = 20;
const graceMs = 15_000;
const pageSize = 100;
const healthSeconds = 300;
const noOffset = '0';

/**
 * The bot's updates since `cursor`, waiting for one up to 20 seconds; where a webhook brings them, only a look at how it
 * fares. Asking with an offset makes Telegram forget everything before it: the cursor must be one that was stored
 * together with the items it came with.
 */
export function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const since = cursor ?? noOffset;
  return receivesByWebhook(account) ? health(since, account, http) : updates(since, account, http);
}

async function updates(cursor: string, account: AccountAccess, http: Http): Promise<Page> {
  const offset = number(cursor) ?? 0;
  const params = {
    ...(offset === 0 ? {} : { offset }),
    limit: pageSize,
    timeout: longPollSeconds,
    allowed_updates: allowedUpdates,
  };
  const timeoutMs = longPollSeconds * 1000 + graceMs;
  const found = list(await ask(account, http, { method: 'getUpdates', params, timeoutMs })).map(fields);
  const items = found.map(itemOf);
  const numbers = found.flatMap((update) => number(update['update_id']) ?? []);
  // Numbers begin anywhere after a week of silence. With nothing left, all before was forgotten by this very call,
  // and the next one can do without an offset that might be above the new numbers.
  const next = numbers.length === 0 ? noOffset : String(Math.max(...numbers) + 1);
  return { items, cursor: next, more: items.length > 0, waitSeconds: 0 };
}

/** The number alone may come again after a week of silence; the date of what it carries does not. */
function itemOf(update: Fields): Fetched {
  const payload = Object.entries(update).find(([kind]) => kind !== 'update_id')?.[1];
  const { date, edit_date: edited } = fields(payload);
  return {
    key: `${id(update['update_id']) ?? ''}@${id(edited) ?? id(date) ?? ''}`,
    body: { relais: 'poll', update },
  };
}

/** Throws `SendFailure` when there is no webhook; a call of it that failed becomes a notice, once for each hour. */
async function health(cursor: string, account: AccountAccess, http: Http): Promise<Page> {
  const info = fields(await ask(account, http, { method: 'getWebhookInfo' }));
  if (text(info['url']) === undefined) {
    const detail = 'Telegram has no webhook for this bot: connect the account again';
    throw new SendFailure({ kind: 'try-again', code: 'no-webhook', detail });
  }
  const failedAt = number(info['last_error_date']);
  const isBehind = (number(info['pending_update_count']) ?? 0) > 0;
  const items = failedAt === undefined || !isBehind ? [] : [troubleOf(info, failedAt)];
  return { items, cursor, more: false, waitSeconds: healthSeconds };
}

function troubleOf(info: Fields, failedAt: number): Fetched {
  const { last_error_date, last_error_message, pending_update_count } = info;
  return {
    key: `webhook-error@${Math.floor(failedAt / 3600)}`,
    body: { relais: 'poll', webhook: { last_error_date, last_error_message, pending_update_count } },
  };
}
