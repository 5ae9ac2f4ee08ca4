import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { isSuccess, publishing, tolerated } from '../kit/calling.js';
import { UnknownOutcome } from '../kit/failure.js';
import { present } from '../kit/present.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { budgetOf } from '../kit/pace.js';
import { fields, text } from '../kit/read.js';
import { permalinkOf, postCollection, rkeyOf } from './address.js';
import { xrpc } from './call.js';
import { outcomeOf } from './failures.js';
import { rateHeaders } from './rate.js';
import { recordOf } from './record.js';
import { sendPrivately } from './send-chat.js';
import { readRecord } from './settle.js';

const publishTimeoutMs = 30_000;

export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  return message.space === 'private' ? sendPrivately(message, account, http) : sendPublicly(message, account, http);
}

/** A record that was written by an earlier try is ours: its key is made of our message's id. */
async function sendPublicly(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const json = {
    repo: account.externalId,
    collection: postCollection,
    rkey: rkeyOf(message.id),
    record: await recordOf(message, account, http),
  };
  const answer = await publishing(
    xrpc(account, http, { name: 'com.atproto.repo.createRecord', json, timeoutMs: publishTimeoutMs }),
  );
  if (isSuccess(answer)) return sentOf(answer);
  const outcome = outcomeOf(answer);
  const mayBeThere = outcome instanceof UnknownOutcome || outcome.kind === 'rejected';
  const earlier = mayBeThere ? await tolerated(readRecord(message, account, http), undefined) : undefined;
  if (earlier !== undefined) return earlier;
  throw outcome;
}

function sentOf(answer: HttpAnswer): Sent {
  const uri = text(fields(answer.json())['uri']);
  if (uri === undefined) throw new UnknownOutcome('a publication was answered without an address');
  return { id: uri, ...present({ permalink: permalinkOf(uri), budget: budgetOf(answer, rateHeaders) }) };
}
