import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundMessage, Settled } from '../kit/outbound.js';
import { fields, id, instant, list, text, type Fields } from '../kit/read.js';
import { call, harmless, succeeded } from './call.js';
import { serverTime } from './rate.js';
import { send, sentStatus } from './send.js';
import { statusText } from './status.js';

/** Mastodon forgets an Idempotency-Key after an hour; the rest is for clocks that differ. */
const keyKeptMs = 55 * 60_000;
const clockSlackMs = 2 * 60_000;
const pages = 5;

interface ReadBack {
  readonly status: Fields | undefined;
  /** `whole`: every status since the try began was looked at. `none`: the server has no such list. */
  readonly looked: 'whole' | 'partly' | 'none';
  readonly ageMs: number | undefined;
}

/**
 * Our own statuses are looked through first: a server that died between publishing and noting the key would
 * publish again. What is not there is then published with the same key while the server still knows it.
 */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const found = await readBack(message, account, http);
  const sent = sentStatus(found.status, message);
  if (sent !== undefined) return { is: 'sent', sent };
  if (found.looked === 'partly' || found.ageMs === undefined) return { is: 'unclear' };
  if (found.ageMs < keyKeptMs) return sendAgain(message, account, http);
  return { is: found.looked === 'whole' ? 'absent' : 'unclear' };
}

async function sendAgain(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  try {
    return { is: 'sent', sent: await send(message, account, http) };
  } catch (error) {
    // Refused now, and not there before: it was never published. The next try tells the agent why.
    if (error instanceof SendFailure && error.kind === 'rejected') return { is: 'absent' };
    throw error;
  }
}

async function readBack(message: OutboundMessage, account: AccountAccess, http: Http): Promise<ReadBack> {
  const since = message.startedAt.getTime() - clockSlackMs;
  const first = await ownStatuses(account, http, undefined);
  const ageMs = ageOf(message, first);
  if (first.status === 404 || first.status === 405) return { status: undefined, looked: 'none', ageMs };
  let statuses = statusesIn(first);
  for (let page = 1; page <= pages; page += 1) {
    const status = statuses.find((candidate) => isOurs(candidate, message, since));
    if (status !== undefined) return { status, looked: 'whole', ageMs };
    const last = id(statuses.at(-1)?.['id']);
    const isPast = statuses.some((candidate) => (writtenAt(candidate) ?? since) < since);
    if (isPast || last === undefined) return { status, looked: 'whole', ageMs };
    statuses = statusesIn(await ownStatuses(account, http, last));
  }
  return { status: undefined, looked: 'partly', ageMs };
}

function statusesIn(answer: HttpAnswer): Fields[] {
  return list(succeeded(answer).json()).map(fields);
}

function ownStatuses(account: AccountAccess, http: Http, before: string | undefined): Promise<HttpAnswer> {
  const query = new URLSearchParams({
    limit: '40',
    ...(before === undefined ? {} : { max_id: before }),
  });
  const path = `/api/v1/accounts/${encodeURIComponent(account.externalId)}/statuses?${query}`;
  return harmless(call(account, http, { method: 'GET', path }));
}

/** The same words, as many media, as private, written since, under the same parent. */
function isOurs(status: Fields, message: OutboundMessage, since: number): boolean {
  const isPrivate = text(status['visibility']) === 'direct';
  return (
    (writtenAt(status) ?? 0) >= since &&
    isUnderItsParent(status, message) &&
    list(status['media_attachments']).length === message.files.length &&
    (message.space === 'public' || isPrivate) &&
    saysTheSame(statusText(status), message.text)
  );
}

/** A status whose parent is deleted has none any more. */
function isUnderItsParent(status: Fields, message: OutboundMessage): boolean {
  const parent = id(status['in_reply_to_id']);
  const wanted = message.answers ?? message.fromPublic ?? message.post;
  return parent === undefined || wanted === undefined || parent === wanted;
}

function saysTheSame(published: string, written: string): boolean {
  const [words, wanted] = [comparable(published), comparable(written)];
  const isNamed = published.startsWith('@');
  return words === wanted || (isNamed && words.replace(/^\S+\s?/u, '') === wanted);
}

/** Servers show mentions without their host, and ours may have lost an @ or gained a name on the way out. */
function comparable(words: string): string {
  return words
    .replace(/(@?\w[\w.-]*)@\w[\w.-]*\w/gu, '$1')
    .replace(/[@\s]+/gu, ' ')
    .trim();
}

function writtenAt(status: Fields): number | undefined {
  return instant(status['created_at'])?.getTime();
}

function ageOf(message: OutboundMessage, answer: HttpAnswer): number | undefined {
  const now = serverTime(answer)?.getTime();
  return now === undefined ? undefined : now - message.startedAt.getTime();
}
