import { NoAnswer, NotSent, type Http, type HttpAnswer, type HttpAsk } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure, UnknownOutcome } from '../../kit/failure.js';
import { setting } from '../../kit/form.js';
import { fields, type Fields } from '../../kit/read.js';
import { failureOf, isSuccess, outcomeOf, type KindOf } from './failures.js';
import { proofOf } from './signature.js';

export const graphBase = 'https://graph.facebook.com';
const version = 'v26.0';

/** A call of the Graph API; `path` begins with a slash. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: HttpAsk['body'];
  readonly timeoutMs?: number;
  /** Of the app instead of the Page. */
  readonly asApp?: true;
  /** For the few calls that no version is written before. */
  readonly versionless?: true;
  /** The product's own codes, where they are others than the Graph API's. */
  readonly errors?: KindOf;
}

/** For calls that publish nothing: the answer's fields, or a `SendFailure`. Whatever became of it, nothing has gone out. */
export async function ask(account: AccountAccess, http: Http, call: Call): Promise<Fields> {
  const answer = await harmless(request(account, http, call));
  if (!isSuccess(answer)) throw failureOf(answer, call.errors);
  return fields(answer.json());
}

/** The answer of a call that publishes. Throws `SendFailure`, or `UnknownOutcome` when nobody can know. */
export async function publish(account: AccountAccess, http: Http, call: Call): Promise<HttpAnswer> {
  const answer = await answered(request(account, http, call));
  if (!isSuccess(answer)) throw outcomeOf(answer, call.errors);
  return answer;
}

/** An id in a path: what another network named must not become another address. */
export function pathOf(...parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

async function answered(pending: Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof NotSent) throw unreachable(error);
    if (error instanceof NoAnswer) throw new UnknownOutcome('no answer to a publication');
    throw error;
  }
}

async function harmless<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) throw unreachable(error);
    throw error;
  }
}

async function request(account: AccountAccess, http: Http, call: Call): Promise<HttpAnswer> {
  const token = call.asApp ? appToken(account) : pageToken(account);
  const secret = account.app['appSecret'];
  const query = new URLSearchParams({
    ...call.query,
    // Where the documentation names a parameter for the app's own token, it is given there too.
    ...(call.asApp ? { access_token: token } : {}),
    ...(call.asApp || secret === undefined || secret === '' ? {} : { appsecret_proof: proofOf(token, secret) }),
  });
  return http.request({
    method: call.method,
    url: `${call.versionless ? account.apiBase : baseOf(account)}${call.path}${query.size === 0 ? '' : `?${query}`}`,
    headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
  });
}

/** An account may name a base with a version of its own. */
function baseOf({ apiBase }: AccountAccess): string {
  const base = apiBase.replace(/\/+$/u, '');
  return /\/v\d+\.\d+$/u.test(base) ? base : `${base}/${version}`;
}

function appToken({ app }: AccountAccess): string {
  return `${setting(app, 'appId')}|${setting(app, 'appSecret')}`;
}

function pageToken({ settings }: AccountAccess): string {
  const token = setting(settings, 'accessToken').trim();
  if (/^[!-~]+$/u.test(token)) return token;
  const detail = 'the access token has characters that no token has';
  throw new SendFailure({ kind: 'needs-reauth', code: 'token-form', detail });
}

function unreachable(error: Error): SendFailure {
  return new SendFailure({ kind: 'try-again', code: error.name, detail: 'Meta could not be reached' });
}
