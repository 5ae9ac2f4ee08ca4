import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { fields, number, text } from '../kit/read.js';

/** Ten calls in thirty seconds; the answer does not say when the next may come. */
const usualPauseMs = 30_000;
const shownLetters = 200;

const kinds: Readonly<Record<number, FailureKind>> = {
  401: 'needs-reauth',
  408: 'try-again',
  429: 'rate-limited',
};

/** What an answer that is no success says of a call that changes nothing when it fails. */
export function failureOf(answer: HttpAnswer): SendFailure {
  const kind = kinds[answer.status] ?? (answer.status < 500 ? 'rejected' : 'try-again');
  return new SendFailure({
    kind,
    code: String(answer.status),
    detail: wordsOf(answer).slice(0, shownLetters) || `HTTP ${answer.status}`,
    ...(kind === 'rate-limited' ? { retryAfterMs: waitMs(answer) } : {}),
  });
}

/** The same for a call that publishes: a server that breaks may have published first. */
export function outcomeOf(answer: HttpAnswer): SendFailure | UnknownOutcome {
  if (answer.status >= 500) return new UnknownOutcome(`HTTP ${answer.status} to a publication`);
  return failureOf(answer);
}

function waitMs(answer: HttpAnswer): number {
  const seconds = number(answer.headers['retry-after']);
  return seconds === undefined ? usualPauseMs : Math.max(0, seconds) * 1000;
}

function wordsOf(answer: HttpAnswer): string {
  const body = fields(answer.json());
  const response = fields(body['response']);
  return (
    text(response['message']) ?? text(body['message']) ?? text(body['error_description']) ?? text(body['error']) ?? ''
  );
}
