import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import type { OutboundMessage, Settled } from '../kit/outbound.js';
import { fields, flag, instant, list, text, type Fields } from '../kit/read.js';
import { read } from './call.js';
import { isUs, momentOf } from './names.js';
import { sentMail, sentThing } from './send.js';

const clockSlackMs = 2 * 60_000;
const pageSize = 100;

/** Looks for our own words, written since, under the same parent. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const since = message.startedAt.getTime() - clockSlackMs;
  const [, conversation] = /^modmail:(.+)$/u.exec(message.thread) ?? [];
  if (conversation !== undefined) return inModmail(conversation, { message, account, http, since });
  const user = encodeURIComponent(account.externalId);
  const path = message.space === 'private' ? '/message/sent' : `/user/${user}/comments`;
  const listing = fields((await read(account, http, `${path}?limit=${pageSize}&raw_json=1&sort=new`)).json());
  const ours = list(fields(listing['data'])['children']).map((one) => fields(fields(one)['data']));
  const found = ours.find((thing) => isOurs(thing, message, since));
  const sent = found && sentThing(found);
  if (sent) return { is: 'sent', sent };
  const isWhole = ours.length < pageSize || ours.some((thing) => writtenAt(thing) < since);
  return { is: isWhole ? 'absent' : 'unclear' };
}

interface Look {
  readonly message: OutboundMessage;
  readonly account: AccountAccess;
  readonly http: Http;
  readonly since: number;
}

async function inModmail(conversation: string, { message, account, http, since }: Look): Promise<Settled> {
  const path = `/api/mod/conversations/${encodeURIComponent(conversation)}?markRead=false`;
  const told = fields((await read(account, http, path)).json());
  const found = Object.values(fields(told['messages']))
    .map(fields)
    .filter((one) => flag(one['isInternal']) !== true && isUs(fields(one['author'])['name'], account.externalId))
    .find((one) => (instant(one['date'])?.getTime() ?? 0) >= since && same(text(one['bodyMarkdown']), message.text));
  const sent = sentMail(found);
  return sent ? { is: 'sent', sent } : { is: 'absent' };
}

function isOurs(thing: Fields, message: OutboundMessage, since: number): boolean {
  const parent = text(thing['parent_id']);
  const isThere = message.answers === undefined || parent === undefined || parent === message.answers;
  return writtenAt(thing) >= since && isThere && same(text(thing['body']), message.text);
}

/** Reddit trims, and knows one kind of line end. */
function same(published: string | undefined, written: string): boolean {
  return (published ?? '').replace(/\s+/gu, ' ').trim() === written.replace(/\s+/gu, ' ').trim();
}

function writtenAt(thing: Fields): number {
  return momentOf(thing['created_utc'])?.getTime() ?? 0;
}
