import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { fields, text } from '../kit/read.js';
import { retryAfterMs } from './rate.js';

interface Rule {
  readonly status: number;
  /** In the server's own words; a rule without them takes every answer with its status. */
  readonly says?: RegExp;
  readonly kind: FailureKind;
}

// The first that fits. Wordings: Mastodon's config/locales/en.yml and Api::BaseController; the "insufficient"
// ones are Pleroma's and GoToSocial's for a scope that is missing.
const rules: readonly Rule[] = [
  { status: 401, kind: 'needs-reauth' },
  {
    status: 403,
    says: /outside the authorized scopes|insufficient (?:scope|permission)|your login is|token has/iu,
    kind: 'needs-reauth',
  },
  { status: 403, kind: 'rejected' },
  {
    status: 422,
    says: /not finished processing|try again/iu,
    kind: 'try-again',
  },
  { status: 429, kind: 'rate-limited' },
  { status: 503, says: /temporary problem|try again/iu, kind: 'try-again' },
];

const shownLetters = 200;

/** What an answer that is no success says of a call that changes nothing when it fails. */
export function failureOf(answer: HttpAnswer): SendFailure {
  return failure(answer, ruleFor(answer)?.kind ?? (answer.status < 500 ? 'rejected' : 'try-again'));
}

/**
 * The same for a call that publishes: a server that breaks may have published first, so only the words
 * "temporary problem" of the API itself make it certain that nothing happened.
 */
export function outcomeOf(answer: HttpAnswer): SendFailure | UnknownOutcome {
  const rule = ruleFor(answer);
  if (rule === undefined && answer.status >= 500) {
    return new UnknownOutcome(`HTTP ${answer.status} to a publication`);
  }
  return failure(answer, rule?.kind ?? 'rejected');
}

/** The server's own words in an error answer; empty when it has none. */
export function errorWords(answer: HttpAnswer): string {
  const body = fields(answer.json());
  const words = [text(body['error']), text(body['error_description'])];
  return words.filter((word) => word !== undefined).join(': ');
}

function ruleFor(answer: HttpAnswer): Rule | undefined {
  const words = errorWords(answer);
  return rules.find((rule) => rule.status === answer.status && (rule.says === undefined || rule.says.test(words)));
}

function failure(answer: HttpAnswer, kind: FailureKind): SendFailure {
  const wait = kind === 'rate-limited' || kind === 'try-again' ? retryAfterMs(answer) : undefined;
  return new SendFailure({
    kind,
    code: String(answer.status),
    detail: errorWords(answer).slice(0, shownLetters) || `HTTP ${answer.status}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}
