import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import type { OutboundMessage, Settled } from '../../kit/outbound.js';
import { fields, id, text, type Fields } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { isGone } from '../graph/failures.js';
import { readEdge } from '../graph/lists.js';
import { meter, type Meter } from '../graph/meter.js';
import { moment } from '../graph/moment.js';
import { ifAllowed } from '../graph/walk.js';
import { absentOrLater, clockSlackMs, saysTheSame } from '../graph/read-back.js';
import { sentAs, targetOf } from './send.js';

const mostPages = 10;
const query = {
  filter: 'stream',
  order: 'reverse_chronological',
  fields: 'id,from,parent{id},message,attachment,created_time',
  limit: '100',
};

interface Among {
  readonly account: AccountAccess;
  /** What it may stand under. */
  readonly parents: readonly string[];
  readonly since: number;
}

/** Looks through the comments since the try began, of all levels, for ours with the same words in the same place. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const target = targetOf(message);
  const gauge = meter(http);
  // An answer to an answer is put below the first comment: which one that is, is known after reading it.
  const above = target === message.post ? [] : await parentOf(target, { account, http: gauge.http });
  const among = {
    account,
    parents: [target, ...above],
    since: message.startedAt.getTime() - clockSlackMs,
  };
  const path = pathOf(message.post ?? above[0] ?? target, 'comments');
  try {
    return await lookThrough(path, message, { among, gauge });
  } catch (error) {
    // Nothing can stand under what is gone; the next try tells the agent so.
    if (isGone(error)) return { is: 'absent' };
    throw error;
  }
}

async function lookThrough(
  path: string,
  message: OutboundMessage,
  { among, gauge }: { readonly among: Among; readonly gauge: Meter },
): Promise<Settled> {
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await readEdge(among.account, gauge.http, { path, query, after });
    const sent = sentOf(read.entries.find((comment) => isOurs(comment, message, among)));
    if (sent !== undefined) return { is: 'sent', sent };
    const isPast = read.entries.some((comment) => (madeAt(comment) ?? among.since) < among.since);
    after = read.after;
    if (isPast || after === undefined) return absentOrLater(message, gauge);
  }
  return { is: 'unclear' };
}

/** A post has no parent, and what is gone has none either: then the list itself tells. */
async function parentOf(
  target: string,
  { account, http }: { readonly account: AccountAccess; readonly http: Http },
): Promise<string[]> {
  const call = { method: 'GET', path: pathOf(target), query: { fields: 'id,parent{id}' } } as const;
  const comment = await ifAllowed(() => ask(account, http, call), fields(null));
  return [id(fields(comment['parent'])['id'])].filter((parent) => parent !== undefined);
}

function isOurs(comment: Fields, message: OutboundMessage, among: Among): boolean {
  const parent = id(fields(comment['parent'])['id']);
  return (
    id(fields(comment['from'])['id']) === among.account.externalId &&
    (madeAt(comment) ?? 0) >= among.since &&
    (parent === undefined || among.parents.includes(parent)) &&
    saysTheSame(text(comment['message']) ?? '', message.text) &&
    message.files.length > 0 === (comment['attachment'] !== undefined)
  );
}

function sentOf(comment: Fields | undefined) {
  const commentId = id(comment?.['id']);
  if (comment === undefined || commentId === undefined) return undefined;
  const at = moment(comment['created_time']);
  return { ...sentAs(commentId), ...(at === undefined ? {} : { at }) };
}

function madeAt(comment: Fields): number | undefined {
  return moment(comment['created_time'])?.getTime();
}
