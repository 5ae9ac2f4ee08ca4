import { refusal } from '../kit/calling.js';
import type { AccountAccess } from '../kit/account.js';
import type { Meter } from '../kit/pace.js';
import { fields, number } from '../kit/read.js';
import type { Fetched } from '../kit/source.js';
import { ask } from './call.js';

/** Dollars for reading one post of others (docs.x.com/x-api/getting-started/pricing, February 2026). */
const perPost = 0.005;
const warnedPercents = [100, 90, 75, 50];

/**
 * The meter: how many posts our app has read in this period, of how many, and what they cost about. Told when a half, three
 * quarters, nine tenths and all of it are used; only the app itself may ask.
 */
export async function usageNews(account: AccountAccess, gauge: Meter): Promise<Fetched[]> {
  if (account.app['bearerToken'] === undefined) return [];
  const told = await ask(account, gauge.http, { method: 'GET', path: '/2/usage/tweets', asApp: true });
  const usage = fields(told['data']);
  const [used, cap] = [number(usage['project_usage']), number(usage['project_cap'])];
  if (used === undefined || cap === undefined || cap <= 0) throw refusal('no-usage', 'the server tells no usage');
  const percent = warnedPercents.find((one) => (used / cap) * 100 >= one);
  if (percent === undefined) return [];
  const day = String(number(usage['cap_reset_day']) ?? '');
  const at = gauge.now();
  const month = at?.toISOString().slice(0, 7) ?? '';
  const dollars = Math.round(used * perPost).toLocaleString('en');
  const detail = `${used.toLocaleString('en')} of ${cap.toLocaleString('en')} posts read in this period, about $${dollars}`;
  return [{ key: `usage:${month}:${day}:${percent}`, body: { relais: 'poll', usage: { detail, at: at ?? null } } }];
}
