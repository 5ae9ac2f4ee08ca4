import type { Http, HttpAnswer, HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess } from './account.js';
import { harmless, isSuccess, publishing } from './calling.js';
import { SendFailure, UnknownOutcome, type FailureKind } from './failure.js';
import type { Settings } from './form.js';
import { waitMs } from './pace.js';
import { fields, type Fields } from './read.js';

/** A call of an interface that speaks JSON; `path` begins with a slash. */
export interface RestCall {
  readonly method: HttpAsk['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: HttpAsk['body'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** What is peculiar to one network's interface. */
export interface RestRules {
  /** The base of its addresses; the account's own where it is not said. */
  base?(account: AccountAccess): string;
  /** Throws `SendFailure` for credentials that cannot be written into a header. */
  headers(account: AccountAccess): Readonly<Record<string, string>>;
  failureOf(answer: HttpAnswer): SendFailure;
  /** Where a refusal comes as a success with an error in it. */
  isDone?(answer: HttpAnswer): boolean;
}

export interface Rest {
  /** For calls that publish nothing: the answer's fields. Throws `SendFailure`; whatever became of it, nothing has gone out. */
  ask(account: AccountAccess, http: Http, call: RestCall): Promise<Fields>;
  /** The same, the answer whole. */
  read(account: AccountAccess, http: Http, call: RestCall): Promise<HttpAnswer>;
  /** Any answer to a call that publishes nothing. */
  look(account: AccountAccess, http: Http, call: RestCall): Promise<HttpAnswer>;
  /** The answer to a call that publishes. Throws `SendFailure`, or `UnknownOutcome` when nobody can know. */
  publish(account: AccountAccess, http: Http, call: RestCall): Promise<HttpAnswer>;
}

export function restOf(rules: RestRules): Rest {
  const isDone = (answer: HttpAnswer): boolean => isSuccess(answer) && (rules.isDone?.(answer) ?? true);
  const request = async (account: AccountAccess, http: Http, call: RestCall): Promise<HttpAnswer> =>
    http.request(askOf(rules, account, call));
  const look: Rest['look'] = (account, http, call) => harmless(request(account, http, call));
  const read: Rest['read'] = async (account, http, call) => {
    const answer = await look(account, http, call);
    if (!isDone(answer)) throw rules.failureOf(answer);
    return answer;
  };
  return {
    look,
    read,
    ask: async (account, http, call) => fields((await read(account, http, call)).json()),
    publish: async (account, http, call) => {
      const answer = await publishing(request(account, http, call));
      if (isDone(answer)) return answer;
      // Broken, but after or before it published? A refusal that comes as a success is clear.
      if (isUnclear(answer)) throw new UnknownOutcome(`HTTP ${answer.status} to a publication`);
      throw rules.failureOf(answer);
    },
  };
}

function askOf(rules: RestRules, account: AccountAccess, call: RestCall): HttpAsk {
  const base = (rules.base?.(account) ?? account.apiBase).replace(/\/+$/u, '');
  const query = new URLSearchParams(call.query);
  return {
    method: call.method,
    url: `${base}${call.path}${query.size === 0 ? '' : `?${query}`}`,
    headers: { accept: 'application/json', ...rules.headers(account), ...call.headers },
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
  };
}

function isUnclear({ status }: HttpAnswer): boolean {
  return status >= 500 || status === 408;
}

/** For an address; halves of surrogate pairs, which none can hold, are taken out. */
export function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}

/** A secret that goes into a header. Throws `SendFailure` for one that is missing, or that no header can hold. */
export function credential(settings: Settings, name: string): string {
  const value = settings[name]?.trim() ?? '';
  if (/^[!-~]+$/u.test(value)) return value;
  const detail = value === '' ? `the ${name} is missing` : `the ${name} has characters that none can have`;
  throw new SendFailure({ kind: 'needs-reauth', code: 'credentials', detail });
}

/** What a status alone says. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'needs-reauth';
  if (status === 429) return 'rate-limited';
  return status >= 500 || status === 408 || status < 400 ? 'try-again' : 'rejected';
}

const shownLetters = 200;

/** The failure of an answer; waits as long as `Retry-After` says, unless something else is said. */
export function failed(
  answer: HttpAnswer,
  facts: {
    readonly kind?: FailureKind;
    readonly code?: string;
    readonly words?: string;
    readonly retryAfterMs?: number;
  },
): SendFailure {
  const wait = facts.retryAfterMs ?? waitMs(answer, answer.headers['retry-after']);
  return new SendFailure({
    kind: facts.kind ?? kindOfStatus(answer.status),
    code: (facts.code ?? String(answer.status)).slice(0, shownLetters),
    detail: facts.words?.slice(0, shownLetters) ?? `HTTP ${answer.status}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}
