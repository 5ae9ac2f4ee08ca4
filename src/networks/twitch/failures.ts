import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { waitMs } from '../kit/pace.js';
import { fields, text } from '../kit/read.js';

const kinds: Readonly<Record<number, FailureKind>> = { 401: 'needs-reauth', 408: 'try-again', 429: 'rate-limited' };
/** Of a message that Twitch took and did not publish: only these pass with time. */
const passing: readonly string[] = ['slow_mode', 'msg_slowmode', 'msg_ratelimit', 'rate_limited'];
const shownLetters = 200;

/** What an answer that is no success says of a call that publishes nothing. */
export function failureOf(answer: HttpAnswer): SendFailure {
  const kind = kinds[answer.status] ?? (answer.status < 500 ? 'rejected' : 'try-again');
  const reset = answer.headers['retry-after'] ?? answer.headers['ratelimit-reset'];
  const wait = kind === 'rate-limited' ? waitMs(answer, reset) : undefined;
  const words = text(fields(answer.json())['message']);
  return new SendFailure({
    kind,
    code: String(answer.status),
    detail: (words ?? `HTTP ${answer.status}`).slice(0, shownLetters),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** The same for a call that publishes: a server that breaks may have published first. */
export function outcomeOf(answer: HttpAnswer): SendFailure | UnknownOutcome {
  const found = failureOf(answer);
  return found.kind === 'try-again' ? new UnknownOutcome(`HTTP ${answer.status} to a publication`) : found;
}

/** A whisper is refused for what its receiver wants, unless it is for what our account lacks. */
export function whisperOutcome(answer: HttpAnswer): SendFailure | UnknownOutcome {
  const found = outcomeOf(answer);
  const isTheirs = answer.status === 404 || (answer.status === 403 && !/phone|verif|suspended/iu.test(found.message));
  return found instanceof SendFailure && isTheirs
    ? new SendFailure({ kind: 'customer-unreachable', code: found.code, detail: found.message })
    : found;
}

/** 200, and not published all the same. */
export function dropped(code: string, words: string | undefined): SendFailure {
  const kind = passing.includes(code) ? 'rate-limited' : 'rejected';
  return new SendFailure({ kind, code, detail: (words ?? 'the message was not published').slice(0, shownLetters) });
}
