import { answerOf } from '../../../test/support/answer.js';
import { UnknownOutcome } from '../kit/failure.js';
import { failureOf, outcomeOf } from './failures.js';

const error = (name: string, message = 'words') => ({ error: name, message });

describe('an answer that is no success', () => {
  it.each([
    [400, error('ExpiredToken'), 'needs-reauth'],
    [400, error('InvalidToken'), 'needs-reauth'],
    [400, error('InvalidToken', 'Bad token scope'), 'rejected'],
    [401, error('AuthenticationRequired'), 'needs-reauth'],
    [401, error('AuthMissing'), 'needs-reauth'],
    [401, 'Unauthorized', 'needs-reauth'],
    [400, error('AccountTakedown'), 'needs-reauth'],
    [400, error('AccountDeactivated'), 'needs-reauth'],
    [429, error('RateLimitExceeded'), 'rate-limited'],
    [400, error('MessagesDisabled'), 'customer-unreachable'],
    [400, error('NotFollowedBySender'), 'customer-unreachable'],
    [400, error('BlockedActor'), 'customer-unreachable'],
    [400, error('BlockedSubject'), 'customer-unreachable'],
    [400, error('AccountSuspended'), 'customer-unreachable'],
    [400, error('RecipientNotFound'), 'customer-unreachable'],
    [400, error('ConvoLocked'), 'customer-unreachable'],
    [400, error('InvalidRequest'), 'rejected'],
    [400, error('RecordNotFound'), 'rejected'],
    [400, error('InvalidConvo'), 'rejected'],
    [400, error('ReplyTargetNotFound'), 'rejected'],
    [400, error('BlobTooLarge'), 'rejected'],
    [413, '<html>', 'rejected'],
    [501, error('MethodNotImplemented'), 'try-again'],
  ])('%i %j is %s', (status, body, kind) => {
    expect(failureOf(answerOf(status, body))).toMatchObject({ kind });
  });

  it.each([
    [500, error('InternalServerError')],
    [502, error('UpstreamFailure')],
    [504, error('UpstreamTimeout')],
    [502, '<html>'],
    [503, ''],
  ])('%i %j may come after the publication, and else is tried again', (status, body) => {
    expect(failureOf(answerOf(status, body)).kind).toBe('try-again');
    expect(outcomeOf(answerOf(status, body))).toBeInstanceOf(UnknownOutcome);
  });

  it('says how long to wait, and no token', () => {
    const headers = { date: 'Mon, 02 Mar 2026 08:20:00 GMT', 'ratelimit-reset': '1772439660' };
    expect(failureOf(answerOf(429, error('RateLimitExceeded'), headers)).retryAfterMs).toBe(61_000);
    const token = 'x'.repeat(60);
    expect(failureOf(answerOf(400, error('InvalidToken', `bad ${token}`))).message).not.toContain(token);
  });
});
