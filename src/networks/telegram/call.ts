import { NoAnswer, NotSent, type Http, type HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure, UnknownOutcome } from '../kit/failure.js';
import { setting } from '../kit/form.js';
import { envelopeOf, failureOf, type Envelope } from './failures.js';

export interface Call {
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>> | FormData;
  readonly timeoutMs?: number;
}

/**
 * The address of a method or a file. It holds the token: it is never shown, logged or put into an error. Throws
 * `SendFailure` for a token that would make another address of it.
 */
export function addressFor(
  account: AccountAccess,
  path: { readonly method: string } | { readonly file: string },
): string {
  const token = setting(account.settings, 'botToken').trim();
  if (!/^\d+:[\w-]+$/u.test(token)) {
    const detail = 'the bot token has not the form that BotFather gives';
    throw new SendFailure({ kind: 'needs-reauth', code: 'token-form', detail });
  }
  return 'method' in path
    ? `${account.apiBase}/bot${token}/${path.method}`
    : `${account.apiBase}/file/bot${token}/${path.file}`;
}

/**
 * For calls that publish nothing: the result, or a `SendFailure`, because whatever became of such a call, no message
 * has gone out.
 */
export async function ask(account: AccountAccess, http: Http, call: Call): Promise<unknown> {
  const envelope = envelopeOf(await harmless(request(account, http, call)));
  if (!envelope.isOk) throw failureOf(envelope);
  return envelope.result;
}

/** The answer of a call that publishes, good or bad. Throws `UnknownOutcome` when there is none. */
export async function publish(account: AccountAccess, http: Http, call: Call): Promise<Envelope> {
  try {
    return envelopeOf(await request(account, http, call));
  } catch (error) {
    if (error instanceof NotSent) throw unreachable(error);
    if (error instanceof NoAnswer) throw new UnknownOutcome('no answer to a publication');
    throw error;
  }
}

/** Awaits a call that changes nothing: without an answer it may simply be made again. */
export async function harmless<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) throw unreachable(error);
    throw error;
  }
}

async function request(account: AccountAccess, http: Http, { method, params, timeoutMs }: Call): Promise<HttpAnswer> {
  return http.request({
    method: 'POST',
    url: addressFor(account, { method }),
    body: params instanceof FormData ? params : { json: params ?? {} },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}

function unreachable(error: Error): SendFailure {
  return new SendFailure({ kind: 'try-again', code: error.name, detail: 'Telegram could not be reached' });
}
