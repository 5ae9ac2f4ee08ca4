import type { Http, HttpAnswer } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { Fields } from '../../kit/read.js';
import { ask as askGraph, publish as publishGraph, type Call } from '../graph/call.js';
import { personalLimits, whatsappKind } from './failures.js';

/** For calls that publish nothing. Throws `SendFailure`. */
export function ask(account: AccountAccess, http: Http, call: Call): Promise<Fields> {
  return personally(askGraph(account, http, { ...call, errors: whatsappKind }));
}

/** Throws `SendFailure`, or `UnknownOutcome` when nobody can know. */
export function publish(account: AccountAccess, http: Http, call: Call): Promise<HttpAnswer> {
  return personally(publishGraph(account, http, { ...call, errors: whatsappKind }));
}

/** A limit of one person must not hold up the others. */
async function personally<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    const code = error instanceof SendFailure ? (error.code.split('/')[0] ?? '') : '';
    const retryAfterMs = personalLimits.get(code);
    if (!(error instanceof SendFailure) || retryAfterMs === undefined) throw error;
    throw new SendFailure({ kind: error.kind, code: error.code, detail: error.message, retryAfterMs, onlyHere: true });
  }
}
