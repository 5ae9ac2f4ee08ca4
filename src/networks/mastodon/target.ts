import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundMessage } from '../kit/outbound.js';
import { fields, id, list, text, type Fields } from '../kit/read.js';
import { call, harmless, read, succeeded } from './call.js';
import { bareHandle } from './compose.js';
import { errorWords } from './failures.js';

/** Where a reply goes, who is named in it and who may see it. */
export interface Target {
  readonly parentId: string | undefined;
  readonly acct: string;
  readonly visibility: string;
}

// A reply to a value that is not among these (Pleroma's lists, circles) goes to the person alone. `local` and
// `mutuals_only` are what Akkoma and GoToSocial call two that Mastodon does not have.
const repeatable = ['public', 'unlisted', 'private', 'local', 'mutuals_only'];
const gone = /record not found|can't find|no longer|does not appear/iu;

/**
 * Throws `SendFailure`: nothing has been published yet. The parent is read again before every reply, because a
 * reply must never be seen by more people than what it answers.
 */
export async function targetOf(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Target> {
  const parentId = parentOf(message);
  const parent = parentId === undefined ? undefined : await readParent(parentId, account, http);
  return {
    parentId,
    acct: await acctOf(message, parent, { account, http }),
    visibility: message.space === 'private' ? 'direct' : publicVisibility(parentId, parent),
  };
}

function parentOf(message: OutboundMessage): string | undefined {
  if (message.space === 'private') return message.answers ?? message.fromPublic;
  return message.answers ?? message.post;
}

function publicVisibility(parentId: string | undefined, parent: Fields | undefined): string {
  if (parentId === undefined) return 'public';
  const visibility = text(parent?.['visibility']);
  // A server that does not say who sees the parent: out of every timeline is the careful choice.
  if (visibility === undefined) return 'unlisted';
  return repeatable.includes(visibility) ? visibility : 'direct';
}

/** Undefined when the server has no such call; then it is the publication that finds out whether there is a parent. */
async function readParent(parentId: string, account: AccountAccess, http: Http): Promise<Fields | undefined> {
  const path = `/api/v1/statuses/${encodeURIComponent(parentId)}`;
  const answer = await harmless(call(account, http, { method: 'GET', path }));
  if (isGone(answer)) throw refusal('target-gone', 'what it answers no longer exists');
  return answer.status === 404 || answer.status === 405 ? undefined : fields(succeeded(answer).json());
}

function isGone(answer: HttpAnswer): boolean {
  return answer.status === 410 || (answer.status === 404 && gone.test(errorWords(answer)));
}

async function acctOf(
  message: OutboundMessage,
  parent: Fields | undefined,
  ways: { readonly account: AccountAccess; readonly http: Http },
): Promise<string> {
  const around = [parent?.['account'], ...list(parent?.['mentions'])].map(fields);
  const person = around.find((account) => id(account['id']) === message.to.id);
  const known = text(person?.['acct']) ?? text(message.to.handle);
  if (known !== undefined) return bareHandle(known);
  const path = `/api/v1/accounts/${encodeURIComponent(message.to.id)}`;
  const found = text(fields((await read(ways.account, ways.http, path)).json())['acct']);
  if (found === undefined) throw refusal('no-handle', 'the person has no handle to write to');
  return found;
}

function refusal(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'rejected', code, detail });
}
