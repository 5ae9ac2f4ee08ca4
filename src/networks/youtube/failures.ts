import type { HttpAnswer } from '../../platform/http/http.js';
import type { FailureKind, SendFailure } from '../kit/failure.js';
import { serverTime } from '../kit/pace.js';
import { fields, list, text } from '../kit/read.js';
import { failed, kindOfStatus } from '../kit/rest.js';
import { msUntilReset } from './pacific.js';

const outOfUnits = ['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg'];

// developers.google.com/youtube/v3/docs/errors, and the pages of comments, commentThreads and liveChatMessages.
const reasons: Readonly<Record<string, FailureKind>> = {
  quotaExceeded: 'rate-limited',
  dailyLimitExceeded: 'rate-limited',
  dailyLimitExceededUnreg: 'rate-limited',
  rateLimitExceeded: 'rate-limited',
  userRateLimitExceeded: 'rate-limited',
  backendError: 'try-again',
  internalError: 'try-again',
  processingFailure: 'try-again',
  authError: 'needs-reauth',
  required: 'rejected',
  youtubeSignupRequired: 'needs-reauth',
  authenticatedUserAccountClosed: 'needs-reauth',
  authenticatedUserAccountSuspended: 'needs-reauth',
  insufficientPermissions: 'needs-reauth',
  commentTextRequired: 'rejected',
  commentTextTooLong: 'rejected',
  parentCommentIsPrivate: 'rejected',
  parentCommentNotFound: 'rejected',
  commentNotFound: 'rejected',
  commentsDisabled: 'rejected',
  videoNotFound: 'rejected',
  ineligibleAccount: 'rejected',
  forbidden: 'rejected',
  operationNotSupported: 'rejected',
  invalidPageToken: 'rejected',
  messageTextInvalid: 'rejected',
  messageTextRequired: 'rejected',
  modificationNotAllowed: 'rejected',
  liveChatMessageNotFound: 'rejected',
  liveChatEnded: 'window-closed',
  liveChatDisabled: 'window-closed',
  liveChatNotFound: 'window-closed',
};

/** Google's envelope: the reason decides; a reason that is not known is no reason to try again. */
export function failureOf(answer: HttpAnswer): SendFailure {
  const error = fields(fields(answer.json())['error']);
  const reason = text(fields(list(error['errors'])[0])['reason']);
  const known = reason === undefined || !Object.hasOwn(reasons, reason) ? undefined : reasons[reason];
  const wait = outOfUnits.includes(reason ?? '') ? untilReset(answer) : undefined;
  return failed(answer, {
    kind: known ?? kindOfStatus(answer.status),
    code: reason ?? text(error['status']) ?? String(answer.status),
    words: text(error['message']) ?? `HTTP ${answer.status}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** Units come back at midnight in California. */
function untilReset(answer: HttpAnswer): number | undefined {
  const now = serverTime(answer);
  return now === undefined ? undefined : msUntilReset(now);
}
