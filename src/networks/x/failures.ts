import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { waitMs } from '../kit/pace.js';
import { fields, list, number, text } from '../kit/read.js';

interface Problem {
  readonly status: number;
  /** The end of its `type`: "usage-capped". */
  readonly type: string;
  /** Of the API before: 88, 187. */
  readonly code: number | undefined;
  readonly words: string;
}

interface Rule {
  readonly status?: number;
  readonly type?: RegExp;
  readonly codes?: readonly number[];
  readonly says?: RegExp;
  readonly kind: FailureKind;
}

// The first that fits (docs.x.com/x-api/fundamentals/response-codes-and-errors). Wordings are not documented: those of
// a refused reply and of a refused private message are what people have reported.
const rules: readonly Rule[] = [
  { type: /^usage-capped$/u, kind: 'rate-limited' },
  { type: /^rate-limit-exceeded$/u, kind: 'rate-limited' },
  { codes: [88], kind: 'rate-limited' },
  { status: 429, kind: 'rate-limited' },
  { codes: [32, 89, 135], kind: 'needs-reauth' },
  { status: 401, kind: 'needs-reauth' },
  { codes: [349, 150], kind: 'customer-unreachable' },
  { status: 403, says: /(?:direct|private) messages?|cannot send messages/iu, kind: 'customer-unreachable' },
  { codes: [187], kind: 'rejected' },
  { status: 403, says: /reply|repl(?:ies|ying)|mentioned|duplicate|conversation/iu, kind: 'rejected' },
  { type: /^(?:client-forbidden|unsupported-authentication|oauth1-permissions)$/u, kind: 'needs-reauth' },
  { status: 408, kind: 'try-again' },
  { status: 409, kind: 'try-again' },
];

const shownLetters = 200;

/** What an answer that is no success says of a call that publishes nothing. */
export function failureOf(answer: HttpAnswer): SendFailure {
  const problem = problemOf(answer);
  const rule = rules.find((one) => fits(one, problem));
  const kind = rule?.kind ?? (answer.status < 500 ? 'rejected' : 'try-again');
  const wait = kind === 'rate-limited' ? waitMs(answer, answer.headers['x-rate-limit-reset']) : undefined;
  return new SendFailure({
    kind,
    code: codeOf(problem),
    detail: problem.words.replace(/[\w.-]{40,}/gu, '…').slice(0, shownLetters) || `HTTP ${answer.status}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** The same for a call that publishes: "a 503 may have posted", and a 409 says that it was done already. */
export function outcomeOf(answer: HttpAnswer): SendFailure | UnknownOutcome {
  const found = failureOf(answer);
  return found.kind === 'try-again' ? new UnknownOutcome(`HTTP ${answer.status} to a publication`) : found;
}

function problemOf(answer: HttpAnswer): Problem {
  const body = fields(answer.json());
  const legacy = fields(list(body['errors'])[0]);
  const words = [body['title'], body['detail'], body['error_description'], body['error'], legacy['message']];
  return {
    status: answer.status,
    type: (text(body['type']) ?? text(legacy['type']) ?? '').replace(/^.*\//u, ''),
    code: number(legacy['code']),
    words: words.flatMap((word) => text(word) ?? []).join(': '),
  };
}

function fits(rule: Rule, problem: Problem): boolean {
  return (
    (rule.status === undefined || rule.status === problem.status) &&
    (rule.type === undefined || rule.type.test(problem.type)) &&
    (rule.codes === undefined || (problem.code !== undefined && rule.codes.includes(problem.code))) &&
    (rule.says === undefined || rule.says.test(problem.words))
  );
}

/** A reply that the person did not ask for by naming us: the rule of the tiers that anybody can buy. */
function codeOf({ status, type, code, words }: Problem): string {
  if (status === 403 && /mentioned|summon/iu.test(words)) return 'not-summoned';
  if (code !== undefined) return `${status}/${code}`;
  return type === '' || type === 'about:blank' || type === 'blank' ? String(status) : type;
}
