import type { HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome, type FailureKind } from '../kit/failure.js';
import { fields, id, number, text } from '../kit/read.js';

interface Rule {
  readonly code: number;
  /** Any of these in the description, which is compared in lower case; a rule without takes every one. */
  readonly says?: readonly string[];
  readonly kind: FailureKind;
}

// The first that fits. Codes are the envelope's; wordings from the Bot API server's sources and its users' reports.
const rules: readonly Rule[] = [
  { code: 429, kind: 'rate-limited' },
  { code: 401, kind: 'needs-reauth' },
  // Not a chat, which is 400: the token is malformed or of a bot that no longer exists.
  { code: 404, kind: 'needs-reauth' },
  // Another program reads the bot's updates, or a webhook takes them.
  { code: 409, kind: 'try-again' },
  {
    code: 403,
    says: [
      'blocked by the user',
      'user is deactivated',
      "can't initiate conversation",
      "can't send messages to bots",
      'was kicked',
      'is not a member',
      'was deleted',
    ],
    kind: 'customer-unreachable',
  },
  {
    code: 400,
    says: ['chat not found', 'user not found', 'peer_id_invalid', 'input_user_deactivated', 'user_is_blocked'],
    kind: 'customer-unreachable',
  },
  { code: 400, says: ['business_peer_usage_missing', 'business_peer_invalid'], kind: 'window-closed' },
];

const shownLetters = 200;

/** What the envelope of an answer says; an answer that is none (a gateway's page) has only its status. */
export interface Envelope {
  readonly isOk: boolean;
  readonly code: number;
  readonly words: string;
  readonly result: unknown;
  readonly migratedTo: string | undefined;
  readonly retryAfterMs: number | undefined;
}

export function envelopeOf(answer: HttpAnswer): Envelope {
  const body = fields(answer.json());
  const parameters = fields(body['parameters']);
  const seconds = number(parameters['retry_after']) ?? number(answer.headers['retry-after']);
  return {
    isOk: body['ok'] === true && answer.status < 300,
    code: number(body['error_code']) ?? answer.status,
    words: text(body['description']) ?? '',
    result: body['result'],
    migratedTo: id(parameters['migrate_to_chat_id']),
    retryAfterMs: seconds === undefined ? undefined : Math.max(1, seconds) * 1000,
  };
}

/** What an answer that is no success says of a call that changes nothing when it fails. */
export function failureOf(envelope: Envelope): SendFailure {
  const isClear = envelope.code >= 400 && envelope.code < 500;
  return failure(envelope, ruleFor(envelope)?.kind ?? (isClear ? 'rejected' : 'try-again'));
}

/**
 * The same for a call that publishes. Telegram has no word for "broken, but nothing happened": after a 5xx, or an
 * answer without an envelope, nobody knows.
 */
export function outcomeOf(envelope: Envelope): SendFailure | UnknownOutcome {
  const isClear = envelope.code >= 400 && envelope.code < 500;
  return isClear ? failureOf(envelope) : new UnknownOutcome(`HTTP ${envelope.code} to a publication`);
}

/** Does the description say this? Wordings are stable in their words, not in their case. */
export function says(envelope: Envelope, words: string): boolean {
  return envelope.words.toLowerCase().includes(words);
}

function ruleFor(envelope: Envelope): Rule | undefined {
  return rules.find((rule) => {
    const fits = rule.says?.some((words) => says(envelope, words)) ?? true;
    return rule.code === envelope.code && fits;
  });
}

function failure(envelope: Envelope, kind: FailureKind): SendFailure {
  return new SendFailure({
    kind,
    code: String(envelope.code),
    detail: envelope.words.slice(0, shownLetters) || `HTTP ${envelope.code}`,
    ...(envelope.retryAfterMs === undefined ? {} : { retryAfterMs: envelope.retryAfterMs }),
  });
}

/** A refusal of our own, before or instead of one of Telegram's. */
export function refusal(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'rejected', code, detail });
}
