import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { waitMs } from '../kit/pace.js';
import { fields, text } from '../kit/read.js';

interface Rule {
  /** The name of the error; a rule without it takes every answer with its status. */
  readonly name?: RegExp;
  readonly status?: number;
  readonly says?: RegExp;
  readonly kind: FailureKind;
}

// The first that fits. Names: the lexicons of com.atproto, app.bsky and chat.bsky.
const rules: readonly Rule[] = [
  { status: 429, kind: 'rate-limited' },
  { name: /^RateLimitExceeded$/u, kind: 'rate-limited' },
  // An app password without access to direct messages: the account can do everything else.
  { name: /^InvalidToken$/u, says: /scope/iu, kind: 'rejected' },
  {
    name: /^(?:ExpiredToken|InvalidToken|AuthenticationRequired|AuthMissing|AuthFactorTokenRequired|AccountTakedown|AccountDeactivated)$/u,
    kind: 'needs-reauth',
  },
  {
    name: /^(?:MessagesDisabled|NotFollowedBySender|BlockedActor|BlockedByActor|BlockedSubject|AccountSuspended|RecipientNotFound|ConvoLocked)$/u,
    kind: 'customer-unreachable',
  },
  { name: /^(?:UpstreamFailure|UpstreamTimeout|NotEnoughResources)$/u, kind: 'try-again' },
  { status: 401, kind: 'needs-reauth' },
  { status: 408, kind: 'try-again' },
  // Two writes at once.
  { name: /^InvalidSwap$/u, kind: 'try-again' },
];

const shownLetters = 200;

/** What an answer that is no success says of a call that publishes nothing. */
export function failureOf(answer: HttpAnswer): SendFailure {
  return failure(answer, ruleFor(answer)?.kind ?? (answer.status < 500 ? 'rejected' : 'try-again'));
}

/** The same for a call that publishes: a server or a proxy that breaks may have published first. */
export function outcomeOf(answer: HttpAnswer): SendFailure | UnknownOutcome {
  const found = failureOf(answer);
  return found.kind === 'try-again' ? new UnknownOutcome(`HTTP ${answer.status} to a publication`) : found;
}

export function errorName(answer: HttpAnswer): string | undefined {
  return text(fields(answer.json())['error']);
}

function ruleFor(answer: HttpAnswer): Rule | undefined {
  const name = errorName(answer) ?? '';
  const words = text(fields(answer.json())['message']) ?? '';
  return rules.find(
    (rule) =>
      (rule.name?.test(name) ?? true) &&
      (rule.status === undefined || rule.status === answer.status) &&
      (rule.says?.test(words) ?? true),
  );
}

function failure(answer: HttpAnswer, kind: FailureKind): SendFailure {
  const told = answer.headers['retry-after'] ?? answer.headers['ratelimit-reset'];
  const wait = kind === 'rate-limited' ? waitMs(answer, told) : undefined;
  const words = text(fields(answer.json())['message']);
  return new SendFailure({
    kind,
    code: errorName(answer) ?? String(answer.status),
    detail: (words ?? `HTTP ${answer.status}`).replace(/[\w.-]{40,}/gu, '…').slice(0, shownLetters),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}
