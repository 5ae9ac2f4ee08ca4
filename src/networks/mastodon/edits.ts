import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import type { Fetched } from '../kit/source.js';
import { call, harmless, succeeded } from './call.js';
import type { Cursor, Mark } from './cursor.js';
import { statusKey } from './lists.js';
import { serverTime } from './rate.js';
import type { Roots } from './roots.js';
import { statusOf, type Status } from './status.js';

/** A few at each poll: twelve calls a minute at most, of the sixty that a server allows. */
const perPoll = 2;
const mostWatched = 60;
const watchedForMs = 24 * 60 * 60_000;

export interface Rereading {
  readonly items: readonly Fetched[];
  readonly watched: readonly Mark[];
  readonly answersStatuses: boolean;
}

export interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
  readonly roots: Roots;
}

/**
 * Reads some messages of the last day again, because nobody tells of an edit or a deletion: a mention that is
 * edited makes no new notification. Whoever was read goes to the end of the line.
 */
export async function reread(before: Cursor, ways: Ways): Promise<Rereading> {
  const items: Fetched[] = [];
  const [turn, waiting] = [before.watched.slice(0, perPoll), before.watched.slice(perPoll)];
  const again: Mark[] = [];
  let answersStatuses = before.answersStatuses;
  for (const mark of turn) {
    const answer = await readStatus(mark.id, ways);
    const status = answer.status === 200 ? statusOf(answer.json()) : undefined;
    answersStatuses ||= status !== undefined;
    if (status === undefined) items.push(...(answersStatuses ? [goneItem(mark.id, answer)] : []));
    else if (statusKey(status) !== mark.key) items.push(await statusItem(status, ways.roots));
    if (status !== undefined && !isPast(mark, answer)) again.push({ ...mark, key: statusKey(status) });
  }
  return { items, watched: [...waiting, ...again], answersStatuses };
}

/** New messages go first: what is regretted is mostly regretted soon. */
export function watchAlso(watched: readonly Mark[], statuses: readonly Status[]): Mark[] {
  const fresh = statuses.map((status) => ({ ...markOf(status) }));
  const ids = new Set(fresh.map((mark) => mark.id));
  return [...fresh, ...watched.filter((mark) => !ids.has(mark.id))].slice(0, mostWatched);
}

/** The answer to a reading of one status: 200, or 404 and 410 when it is gone. Throws `SendFailure` otherwise. */
export async function readStatus(
  statusId: string,
  { account, http }: Pick<Ways, 'account' | 'http'>,
): Promise<HttpAnswer> {
  const path = `/api/v1/statuses/${encodeURIComponent(statusId)}`;
  const answer = await harmless(call(account, http, { method: 'GET', path }));
  return answer.status === 404 || answer.status === 410 ? answer : succeeded(answer);
}

export function goneItem(statusId: string, answer: HttpAnswer): Fetched {
  const at = serverTime(answer)?.toISOString() ?? null;
  return {
    key: `gone:${statusId}`,
    body: { relais: 'poll', gone: { id: statusId, at } },
  };
}

export async function statusItem(status: Status, roots: Roots): Promise<Fetched> {
  const root = await roots.of(status);
  return {
    key: statusKey(status),
    body: { relais: 'poll', status: status.raw, root },
  };
}

function markOf(status: Status): Mark {
  const at = Date.parse(String(status.raw['created_at']));
  return {
    id: status.id,
    at: Number.isNaN(at) ? 0 : at,
    key: statusKey(status),
  };
}

function isPast(mark: Mark, answer: HttpAnswer): boolean {
  const now = serverTime(answer)?.getTime();
  return now !== undefined && mark.at < now - watchedForMs;
}
