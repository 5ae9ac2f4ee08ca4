import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { fields, id, list, number, text } from '../kit/read.js';
import { resetMs } from './rate.js';

const second = 1000;
const minute = 60 * second;

/** Names of Reddit's open source code (r2/lib/errors.py), by what follows from each; any other one is final. */
const kinds: Readonly<Record<string, FailureKind>> = {
  RATELIMIT: 'rate-limited',
  QUOTA_FILLED: 'rate-limited',
  USER_REQUIRED: 'needs-reauth',
  BAD_CAPTCHA: 'needs-reauth',
  invalid_grant: 'needs-reauth',
  USER_BLOCKED: 'customer-unreachable',
  USER_BLOCKED_MESSAGE: 'customer-unreachable',
  USER_DOESNT_EXIST: 'customer-unreachable',
  NOT_WHITELISTED_BY_USER_MESSAGE: 'customer-unreachable',
  INVALID_USER: 'customer-unreachable',
};

const shownLetters = 200;

interface Told {
  readonly code: string;
  readonly words: string;
}

/** What is wrong with an answer; null for one that is a success, also inside. */
export function failureOf(answer: HttpAnswer): SendFailure | null {
  const [told] = errorsIn(answer);
  if (isSuccess(answer) && !told) return null;
  const { code, words } = told ?? { code: String(answer.status), words: `HTTP ${answer.status}` };
  const kind = kinds[code] ?? kindOfStatus(answer.status);
  const wait = kind === 'rate-limited' ? waitMs(answer, words) : undefined;
  const detail = words.slice(0, shownLetters);
  return new SendFailure({ kind, code, detail, ...(wait === undefined ? {} : { retryAfterMs: wait }) });
}

function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** The same for a call that publishes: a server that breaks may have published first. */
export function outcomeOf(answer: HttpAnswer): SendFailure | UnknownOutcome | null {
  if (answer.status >= 500) return new UnknownOutcome(`HTTP ${answer.status} to a publication`);
  return failureOf(answer);
}

/** `json.errors` of an answer of 200, or the plain error of any other; HTML has none. */
function errorsIn(answer: HttpAnswer): Told[] {
  const body = fields(answer.json());
  const named = list(fields(body['json'])['errors']).map(list);
  const inside = named.map(([code, words]) => ({ code: text(code) ?? 'error', words: text(words) ?? '' }));
  if (inside.length > 0) return inside;
  if (isSuccess(answer) && body['error'] === undefined) return [];
  const code = text(body['reason']) ?? id(body['error']);
  return code === undefined ? [] : [{ code, words: text(body['message']) ?? text(body['explanation']) ?? '' }];
}

function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'needs-reauth';
  if (status === 429) return 'rate-limited';
  return status >= 500 || status === 408 ? 'try-again' : 'rejected';
}

/** "Take a break for 9 minutes before trying again", or what the headers say. */
function waitMs(answer: HttpAnswer, words: string): number | undefined {
  const [, count, unit] = /(\d+)\s*(second|minute|hour)/iu.exec(words) ?? [];
  const units: Readonly<Record<string, number>> = { second, minute, hour: 60 * minute };
  if (count !== undefined) return Number(count) * (units[unit?.toLowerCase() ?? ''] ?? minute);
  const told = number(answer.headers['retry-after']);
  return told === undefined ? resetMs(answer) : Math.max(0, told) * second;
}
