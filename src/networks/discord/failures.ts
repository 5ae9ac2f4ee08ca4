import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { fields, number, text } from '../kit/read.js';

// docs.discord.com/developers/topics/opcodes-and-status-codes, "JSON error codes".
const kinds: readonly (readonly [FailureKind, readonly number[]])[] = [
  ['rate-limited', [20_016, 20_028, 20_029, 40_003, 40_062]],
  ['try-again', [130_000, 40_004, 40_006, 110_000]],
  ['needs-reauth', [40_001, 50_014, 50_025]],
  ['customer-unreachable', [50_007, 50_278, 40_007]],
  [
    'rejected',
    [
      10_003, 10_004, 10_008, 10_013, 50_001, 50_006, 50_008, 50_013, 50_035, 50_083, 160_005, 200_000, 240_000, 20_009,
      40_005, 50_045, 10_062, 40_060, 50_027,
    ],
  ],
];

const shownLetters = 200;

/** What an answer that is no success says of a call that publishes nothing. */
export function failureOf(answer: HttpAnswer): SendFailure {
  const body = fields(answer.json());
  const code = number(body['code']) ?? 0;
  const kind = kindOf(answer.status, code);
  const wait = kind === 'rate-limited' || kind === 'try-again' ? retryAfterMs(answer) : undefined;
  return new SendFailure({
    kind,
    code: code === 0 ? String(answer.status) : `${answer.status}/${code}`,
    detail: (text(body['message']) ?? `HTTP ${answer.status}`).slice(0, shownLetters),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** The same for a call that publishes: a server or a gateway that breaks may have published first. */
export function outcomeOf(answer: HttpAnswer): SendFailure | UnknownOutcome {
  const found = failureOf(answer);
  const isOpen = answer.status >= 500 && found.kind === 'try-again';
  return isOpen ? new UnknownOutcome(`HTTP ${answer.status} to a publication`) : found;
}

function kindOf(status: number, code: number): FailureKind {
  if (status === 429) return 'rate-limited';
  const known = kinds.find(([, codes]) => codes.includes(code))?.[0];
  if (known !== undefined) return known;
  if (status === 401) return 'needs-reauth';
  return status < 500 && status !== 408 ? 'rejected' : 'try-again';
}

/** In seconds, with a fraction in the body and in newer headers. */
function retryAfterMs(answer: HttpAnswer): number | undefined {
  const told = number(fields(answer.json())['retry_after']) ?? number(answer.headers['retry-after']);
  const seconds = told ?? number(answer.headers['x-ratelimit-reset-after']);
  return seconds === undefined ? undefined : Math.ceil(Math.max(0, seconds) * 1000);
}
