import { textLength } from '../../../domain/message/text-length.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { UnknownOutcome } from '../../kit/failure.js';
import { given } from '../../kit/given.js';
import type { OutboundMessage, Sent, Settled } from '../../kit/outbound.js';
import { fields, id, link, text } from '../../kit/read.js';
import { publish } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { readEdge } from '../graph/lists.js';
import { meter } from '../graph/meter.js';
import { moment } from '../graph/moment.js';
import { budgetOf } from '../graph/rate.js';
import { absentOrLater, clockSlackMs, saysTheSame } from '../graph/read-back.js';
import { atThreads } from './at.js';

/** Characters, and of emoji the bytes. */
export const maxText = 500;
const mostLinks = 5;
const publishTimeoutMs = 30_000;

/** A reply in words, made and published in one step. */
export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const query = { media_type: 'TEXT', text: message.text, reply_to_id: targetOf(message), auto_publish_text: 'true' };
  const call = { method: 'POST', path: '/me/threads', query, timeoutMs: publishTimeoutMs } as const;
  const answer = await publish(atThreads(account), http, call);
  const postId = id(fields(answer.json())['id']);
  if (postId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  return { id: postId, ...given('budget', budgetOf(answer)) };
}

/** Throws `SendFailure` for what Threads is known to refuse. */
function targetOf({ space, files, text: said, answers, post }: OutboundMessage): string {
  if (space === 'private') throw refusal('not-possible', 'Threads has no private messages for brands');
  if (files.length > 0) throw refusal('file-type', 'a reply on Threads goes out in words only');
  if (textLength(said, 'threads') > maxText) throw refusal('too-long', `at most ${maxText} characters`);
  const links = new Set(said.match(/https?:\/\/\S+/giu));
  if (links.size > mostLinks) throw refusal('too-many-links', `at most ${mostLinks} links`);
  const target = answers ?? post;
  if (target === undefined) throw refusal('no-target', 'there is nothing to answer');
  return target;
}

/** Looks through our replies since the try began. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const gauge = meter(http);
  const query = { fields: 'id,text,timestamp,permalink', limit: '50' };
  const { entries } = await readEdge(atThreads(account), gauge.http, { path: '/me/replies', query });
  const since = message.startedAt.getTime() - clockSlackMs;
  const found = entries.find(
    (one) => (moment(one['timestamp'])?.getTime() ?? 0) >= since && saysTheSame(text(one['text']) ?? '', message.text),
  );
  const postId = id(found?.['id']);
  if (postId === undefined) return absentOrLater(message, gauge);
  return { is: 'sent', sent: { id: postId, ...given('permalink', link(found?.['permalink'])) } };
}
