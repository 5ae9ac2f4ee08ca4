import type { Http, HttpAnswer, HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess } from '../kit/calling.js';
import { setting } from '../kit/form.js';
import { fields, type Fields } from '../kit/read.js';
import { failureOf } from './failures.js';

/** A call by the name of its lexicon; POST when it carries something. */
export interface Xrpc {
  readonly name: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly bytes?: { readonly mime: string; readonly body: Buffer };
  /** Goes on to the chat service. */
  readonly chat?: true;
  /** Instead of the session's access token. */
  readonly token?: string;
  readonly timeoutMs?: number;
}

const chatService = 'did:web:api.bsky.chat#bsky_chat';

/** The server of the account's own repository, once a session has told it. */
function baseOf(account: AccountAccess): string {
  const address = account.settings['pds'] ?? account.settings['server'] ?? account.apiBase;
  const whole = /^https?:\/\//iu.test(address) ? address : `https://${address}`;
  return whole.replace(/\/+$/u, '');
}

/** Any answer at all. Throws what `Http` throws. */
export function xrpc(account: AccountAccess, http: Http, what: Xrpc): Promise<HttpAnswer> {
  const token = what.token ?? setting(account.settings, 'accessJwt');
  return http.request({
    method: isWrite(what) ? 'POST' : 'GET',
    url: `${baseOf(account)}/xrpc/${what.name}${queryOf(what)}`,
    headers: {
      accept: 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(what.chat ? { 'atproto-proxy': chatService } : {}),
      ...(what.bytes === undefined ? {} : { 'content-type': what.bytes.mime }),
    },
    ...bodyOf(what),
    ...(what.timeoutMs === undefined ? {} : { timeoutMs: what.timeoutMs }),
  });
}

/** For calls that publish nothing: what was answered, or a `SendFailure`. */
export async function ask(account: AccountAccess, http: Http, what: Xrpc): Promise<Fields> {
  const answer = await harmless(xrpc(account, http, what));
  if (!isSuccess(answer)) throw failureOf(answer);
  return fields(answer.json());
}

/** Refreshing a session carries nothing, and is a POST all the same. */
function isWrite(what: Xrpc): boolean {
  return what.json !== undefined || what.bytes !== undefined || what.name.endsWith('.refreshSession');
}

function bodyOf({ json, bytes }: Xrpc): Pick<HttpAsk, 'body'> {
  if (bytes !== undefined) return { body: bytes.body };
  return json === undefined ? {} : { body: { json } };
}

function queryOf({ query = {} }: Xrpc): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
