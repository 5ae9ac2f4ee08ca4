import { answerOf } from '../../../test/support/answer.js';
import { UnknownOutcome } from '../kit/failure.js';
import { dropped, failureOf, outcomeOf, whisperOutcome } from './failures.js';

it.each([
  [400, 'rejected'],
  [401, 'needs-reauth'],
  [403, 'rejected'],
  [404, 'rejected'],
  [409, 'rejected'],
  [422, 'rejected'],
  [429, 'rate-limited'],
  [500, 'try-again'],
  [503, 'try-again'],
])('%i is %s', (status, kind) => {
  expect(failureOf(answerOf(status, { message: 'words' }))).toMatchObject({ kind });
});

it('may come after the publication when the server breaks', () => {
  expect(outcomeOf(answerOf(502, '<html>'))).toBeInstanceOf(UnknownOutcome);
});

it.each([
  [403, 'The recipient does not allow whispers from strangers', 'customer-unreachable'],
  [404, 'The user could not be found', 'customer-unreachable'],
  [403, 'The sender must have a verified phone number', 'rejected'],
  [401, 'Invalid OAuth token', 'needs-reauth'],
])('a whisper answered %i "%s" is %s', (status, message, kind) => {
  expect(whisperOutcome(answerOf(status, { message }))).toMatchObject({ kind });
});

it.each([
  ['slow_mode', 'rate-limited'],
  ['msg_rejected', 'rejected'],
  ['msg_duplicate', 'rejected'],
  ['followers_only_mode', 'rejected'],
  ['something new', 'rejected'],
])('dropped for %s is %s', (code, kind) => {
  expect(dropped(code, undefined)).toMatchObject({ kind, code });
});

it('waits until the reset', () => {
  const headers = { date: 'Mon, 02 Mar 2026 08:20:00 GMT', 'ratelimit-reset': '1772439660' };
  expect(failureOf(answerOf(429, '', headers)).retryAfterMs).toBe(61_000);
});
