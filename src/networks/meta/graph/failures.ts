import type { HttpAnswer } from '../../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../../kit/failure.js';
import { fields, number, record, text } from '../../kit/read.js';
import { budgetOf } from './rate.js';

// developers.facebook.com/docs/graph-api/guides/error-handling and messenger-platform/error-codes. The HTTP status is
// mostly 400 whatever happened, and wordings change: only code and subcode tell.
const bySubcode: ReadonlyMap<number, FailureKind> = new Map([
  [2018278, 'window-closed'],
  [2018065, 'window-closed'],
  [2534022, 'window-closed'],
  [1545041, 'customer-unreachable'],
  [2018108, 'customer-unreachable'],
  [2018001, 'customer-unreachable'],
  // The Page is restricted for a time.
  [1893063, 'rate-limited'],
  // Terms that the Page's administrator must accept; an app that is not live yet.
  [2018344, 'needs-reauth'],
  [2018028, 'needs-reauth'],
  // The attachment's address could not be fetched just now.
  [2018008, 'try-again'],
  [2018320, 'try-again'],
  // Instagram: held back as spam; the other numbers of 2207… are faults of what was to be published.
  [2207051, 'rate-limited'],
  [2207042, 'rate-limited'],
  [2018047, 'rejected'],
  [1357046, 'rejected'],
]);

interface Range {
  readonly from: number;
  readonly to?: number;
  readonly kind: FailureKind;
}

const byCode: readonly Range[] = [
  { from: 2, kind: 'try-again' },
  { from: 3, kind: 'needs-reauth' },
  { from: 4, kind: 'rate-limited' },
  { from: 10, kind: 'needs-reauth' },
  { from: 17, kind: 'rate-limited' },
  { from: 32, kind: 'rate-limited' },
  { from: 100, kind: 'rejected' },
  { from: 102, kind: 'needs-reauth' },
  // The proof does not fit the token: the secret belongs to another app.
  { from: 104, kind: 'needs-reauth' },
  { from: 190, kind: 'needs-reauth' },
  { from: 200, to: 299, kind: 'needs-reauth' },
  { from: 341, kind: 'rate-limited' },
  { from: 368, kind: 'rate-limited' },
  { from: 506, kind: 'rejected' },
  { from: 551, kind: 'customer-unreachable' },
  { from: 613, kind: 'rate-limited' },
  { from: 803, kind: 'rejected' },
  // "Temporary send message failure."
  { from: 1200, kind: 'try-again' },
  { from: 1705, kind: 'rejected' },
  // A private reply was sent already, or this comment allows none.
  { from: 10900, to: 10903, kind: 'rejected' },
  { from: 80000, to: 80014, kind: 'rate-limited' },
  { from: 9007, kind: 'rate-limited' },
  { from: 1357046, kind: 'rejected' },
];
const publishing = { from: 2207000, to: 2207999 };

/** Limits that Meta sets for misbehaviour last for hours, and no header says for how many. */
const longMs = 60 * 60_000;
const longCodes = [368, 1893063];
const shownLetters = 300;

export interface ErrorCodes {
  readonly code: number | undefined;
  readonly subcode: number | undefined;
  readonly isTransient: boolean;
}

/** What the codes of one product are; undefined for what nobody has described yet. */
export type KindOf = (codes: ErrorCodes) => FailureKind | undefined;

interface GraphError extends ErrorCodes {
  readonly words: string;
}

/** What an answer that is no success says of a call that changes nothing when it fails. */
export function failureOf(answer: HttpAnswer, kindOf: KindOf = graphKind): SendFailure {
  const error = errorOf(answer);
  if (error !== undefined) return failure(answer, error, kindOf(error) ?? 'try-again');
  return answer.status < 300 || answer.status >= 500 ? gateway(answer, 'try-again') : gateway(answer, 'rejected');
}

/**
 * The same for a call that publishes. Graph's error 1, "unknown", is also answered after a message has gone out, and a
 * gateway's page tells nothing at all: then nobody knows.
 */
export function outcomeOf(answer: HttpAnswer, kindOf: KindOf = graphKind): SendFailure | UnknownOutcome {
  const error = errorOf(answer);
  if (error === undefined) {
    const isClear = answer.status >= 300 && answer.status < 500;
    return isClear ? gateway(answer, 'rejected') : new UnknownOutcome(`HTTP ${answer.status} to a publication`);
  }
  const kind = kindOf(error);
  const isUnknown = kind === undefined && (error.code === 1 || answer.status >= 500);
  return isUnknown
    ? new UnknownOutcome(`error ${codeOf(error)} to a publication`)
    : failure(answer, error, kind ?? 'try-again');
}

export function isSuccess(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status < 300 && errorOf(answer) === undefined;
}

/** Deleted, or hidden from us: 100/33. */
export function isGone(error: unknown): boolean {
  return error instanceof SendFailure && error.code === '100/33';
}

/** A refusal of our own, before or instead of one of Meta's. */
export function refusal(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'rejected', code, detail });
}

function errorOf(answer: HttpAnswer): GraphError | undefined {
  const error = record(fields(answer.json())['error']);
  if (error === undefined) return undefined;
  const said = [text(error['message']), text(error['error_user_msg'])].filter((one) => one !== undefined);
  const trace = text(error['fbtrace_id']);
  return {
    code: number(error['code']),
    subcode: number(error['error_subcode']),
    words: withoutSecrets(said.join(' ')) + (trace === undefined ? '' : ` [${trace}]`),
    isTransient: error['is_transient'] === true,
  };
}

/** Undefined for a code that nobody has described yet. */
function graphKind({ code, subcode, isTransient }: ErrorCodes): FailureKind | undefined {
  const known = subcode === undefined ? undefined : (bySubcode.get(subcode) ?? ofPublishing(subcode));
  const range = byCode.find(({ from, to }) => code !== undefined && code >= from && code <= (to ?? from));
  return known ?? range?.kind ?? (isTransient ? 'try-again' : undefined);
}

function ofPublishing(subcode: number): FailureKind | undefined {
  return subcode >= publishing.from && subcode <= publishing.to ? 'rejected' : undefined;
}

function failure(answer: HttpAnswer, error: GraphError, kind: FailureKind): SendFailure {
  const isLong = longCodes.some((code) => code === error.code || code === error.subcode);
  const wait = kind === 'rate-limited' ? (waitMs(answer) ?? (isLong ? longMs : undefined)) : undefined;
  return new SendFailure({
    kind,
    code: codeOf(error),
    detail: error.words.trim() || `HTTP ${answer.status}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** Something between Meta and us has answered. */
function gateway(answer: HttpAnswer, kind: FailureKind): SendFailure {
  const wait = waitMs(answer);
  return new SendFailure({
    kind: answer.status === 429 ? 'rate-limited' : kind,
    code: `http-${answer.status}`,
    detail: `HTTP ${answer.status} without an answer of the Graph API`,
    ...(answer.status !== 429 || wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

function waitMs(answer: HttpAnswer): number | undefined {
  const seconds = number(answer.headers['retry-after']);
  return budgetOf(answer)?.pauseMs ?? (seconds === undefined ? undefined : Math.max(0, seconds) * 1000);
}

function codeOf({ code, subcode }: GraphError): string {
  return `${code ?? 'none'}${subcode === undefined ? '' : `/${subcode}`}`;
}

/** "Malformed access token EAAB…": Graph repeats what it was given. */
function withoutSecrets(said: string): string {
  return said.replace(/[\w|.-]{32,}/gu, '…').slice(0, shownLetters);
}
