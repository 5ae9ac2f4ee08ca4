import { answerOf } from '../../../test/support/answer.js';
import { failureOf } from './failures.js';
import { msUntilReset, pacificDay } from './pacific.js';

const error = (code: number, reason: string) => ({ error: { code, message: 'no', errors: [{ reason }] } });

describe('failureOf', () => {
  it.each([
    ['quotaExceeded', 403, 'rate-limited'],
    ['dailyLimitExceeded', 403, 'rate-limited'],
    ['rateLimitExceeded', 403, 'rate-limited'],
    ['userRateLimitExceeded', 403, 'rate-limited'],
    ['backendError', 500, 'try-again'],
    ['processingFailure', 400, 'try-again'],
    ['authError', 401, 'needs-reauth'],
    ['youtubeSignupRequired', 401, 'needs-reauth'],
    ['authenticatedUserAccountClosed', 403, 'needs-reauth'],
    ['authenticatedUserAccountSuspended', 403, 'needs-reauth'],
    ['insufficientPermissions', 403, 'needs-reauth'],
    ['commentTextRequired', 400, 'rejected'],
    ['commentTextTooLong', 400, 'rejected'],
    ['parentCommentIsPrivate', 400, 'rejected'],
    ['parentCommentNotFound', 404, 'rejected'],
    ['commentNotFound', 404, 'rejected'],
    ['commentsDisabled', 403, 'rejected'],
    ['videoNotFound', 404, 'rejected'],
    ['ineligibleAccount', 400, 'rejected'],
    ['forbidden', 403, 'rejected'],
    ['operationNotSupported', 400, 'rejected'],
    ['invalidPageToken', 400, 'rejected'],
    ['messageTextInvalid', 400, 'rejected'],
    ['messageTextRequired', 400, 'rejected'],
    ['modificationNotAllowed', 403, 'rejected'],
    ['liveChatMessageNotFound', 404, 'rejected'],
    ['liveChatEnded', 403, 'window-closed'],
    ['liveChatDisabled', 403, 'window-closed'],
    ['liveChatNotFound', 404, 'window-closed'],
    ['toString', 400, 'rejected'],
  ])('takes %s for what it is', (reason, status, kind) => {
    expect(failureOf(answerOf(status, error(status, reason)))).toMatchObject({ kind, code: reason });
  });

  it.each([
    [401, 'needs-reauth'],
    [404, 'rejected'],
    [429, 'rate-limited'],
    [500, 'try-again'],
    [503, 'try-again'],
  ])('takes a bare %d for what it is', (status, kind) => {
    expect(failureOf(answerOf(status, '<html>'))).toMatchObject({ kind, code: String(status) });
  });

  it('waits for midnight in California', () => {
    const answer = answerOf(403, error(403, 'quotaExceeded'), { date: 'Mon, 02 Mar 2026 08:20:00 GMT' });
    expect(failureOf(answer).retryAfterMs).toBe((23 * 60 + 40) * 60_000);
  });
});

describe('a day of units', () => {
  it.each([
    ['2026-03-02T07:59:59Z', '2026-03-01', 1000],
    ['2026-03-02T08:00:00Z', '2026-03-02', 86_400_000],
    ['2026-07-02T06:59:00Z', '2026-07-01', 60_000],
  ])('at %s is that of California', (now, day, ms) => {
    expect(pacificDay(new Date(now))).toBe(day);
    expect(msUntilReset(new Date(now))).toBe(ms);
  });
});
