import { NoAnswer, NotSent, type Http, type HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { fields, id, instant, link } from '../kit/read.js';
import { call, unreachable } from './call.js';
import { compose } from './compose.js';
import { outcomeOf } from './failures.js';
import { uploadAll } from './media.js';
import { budgetOf } from './rate.js';
import { targetOf } from './target.js';

const publishTimeoutMs = 30_000;

export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const target = await targetOf(message, account, http);
  const mediaIds = await uploadAll(message.files, account, http);
  const status = {
    status: compose(message.text, {
      acct: target.acct,
      isAlone: target.visibility === 'direct',
    }),
    visibility: target.visibility,
    ...(target.parentId === undefined ? {} : { in_reply_to_id: target.parentId }),
    ...(message.language === undefined ? {} : { language: message.language }),
    ...(mediaIds.length === 0 ? {} : { media_ids: mediaIds }),
  };
  return sentOf(await publish({ key: message.id, status }, account, http), message);
}

/** Throws `UnknownOutcome` for an answer that does not say whether the status was published. */
async function publish(
  { key, status }: { readonly key: string; readonly status: unknown },
  account: AccountAccess,
  http: Http,
): Promise<HttpAnswer> {
  try {
    const answer = await call(account, http, {
      method: 'POST',
      path: '/api/v1/statuses',
      headers: { 'idempotency-key': key },
      body: { json: status },
      timeoutMs: publishTimeoutMs,
    });
    if (answer.status < 200 || answer.status > 299) throw outcomeOf(answer);
    return answer;
  } catch (error) {
    if (error instanceof NotSent) throw unreachable(error);
    if (error instanceof NoAnswer) throw new UnknownOutcome('no answer to a publication');
    throw error;
  }
}

function sentOf(answer: HttpAnswer, message: OutboundMessage): Sent {
  const sent = sentStatus(answer.json(), message);
  if (sent === undefined) throw new UnknownOutcome('a publication was answered without an id');
  const budget = budgetOf(answer);
  return { ...sent, ...(budget === undefined ? {} : { budget }) };
}

/** What a status that is our message tells of itself; undefined when it has no id. */
export function sentStatus(value: unknown, message: OutboundMessage): Sent | undefined {
  const status = fields(value);
  const statusId = id(status['id']);
  if (statusId === undefined) return undefined;
  const at = instant(status['created_at']);
  const permalink = link(status['url']);
  const opens = message.space === 'private' && message.fromPublic !== undefined;
  const thread = { key: `direct:${message.to.id}`, personId: message.to.id };
  return {
    id: statusId,
    ...(at === undefined ? {} : { at }),
    ...(permalink === undefined ? {} : { permalink }),
    ...(opens ? { thread } : {}),
  };
}
