import { answerOf } from '../../../test/support/answer.js';
import { UnknownOutcome } from '../kit/failure.js';
import { failureOf, outcomeOf } from './failures.js';

const problem = (type: string, detail = '') => ({ type: `https://api.x.com/2/problems/${type}`, title: type, detail });
const legacy = (code: number) => ({ errors: [{ code, message: 'words' }] });

describe('an answer that is no success', () => {
  it.each([
    [401, { title: 'Unauthorized', type: 'about:blank' }, 'needs-reauth'],
    [401, '', 'needs-reauth'],
    [403, legacy(32), 'needs-reauth'],
    [403, legacy(89), 'needs-reauth'],
    [400, legacy(135), 'needs-reauth'],
    [403, problem('client-forbidden'), 'needs-reauth'],
    [403, problem('unsupported-authentication'), 'needs-reauth'],
    [403, { title: 'Forbidden', detail: 'You are not permitted to reply to this post' }, 'rejected'],
    [403, legacy(187), 'rejected'],
    [403, legacy(349), 'customer-unreachable'],
    [403, legacy(150), 'customer-unreachable'],
    [403, { detail: 'You do not have permission to send Direct Messages to this user' }, 'customer-unreachable'],
    [403, { title: 'Forbidden' }, 'rejected'],
    [404, problem('resource-not-found'), 'rejected'],
    [403, problem('not-authorized-for-resource'), 'rejected'],
    [403, problem('resource-unavailable'), 'rejected'],
    [403, problem('disallowed-resource'), 'rejected'],
    [429, problem('rate-limit-exceeded'), 'rate-limited'],
    [429, legacy(88), 'rate-limited'],
    [429, '', 'rate-limited'],
    [403, problem('usage-capped'), 'rate-limited'],
    [429, problem('usage-capped'), 'rate-limited'],
    [400, problem('invalid-request'), 'rejected'],
    [413, '<html>', 'rejected'],
  ])('%i %j is %s', (status, body, kind) => {
    expect(failureOf(answerOf(status, body))).toMatchObject({ kind });
  });

  it.each([409, 500, 502, 503, 504])('%i may come after the publication, and else is tried again', (status) => {
    expect(failureOf(answerOf(status, '')).kind).toBe('try-again');
    expect(outcomeOf(answerOf(status, ''))).toBeInstanceOf(UnknownOutcome);
  });

  it('names a reply that nobody asked for', () => {
    const body = { detail: 'You can only reply to posts in which you are mentioned' };
    expect(failureOf(answerOf(403, body)).code).toBe('not-summoned');
  });

  it('waits until the reset', () => {
    const headers = { date: 'Mon, 02 Mar 2026 08:20:00 GMT', 'x-rate-limit-reset': '1772439660' };
    expect(failureOf(answerOf(429, '', headers)).retryAfterMs).toBe(61_000);
  });
});
