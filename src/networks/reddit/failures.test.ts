import type { HttpAnswer } from '../../platform/http/http.js';
import { failureOf } from './failures.js';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
  const words = JSON.stringify(body) ?? '';
  return { status, headers, body: Buffer.from(words), text: () => words, json: () => body };
}
const inside = (code: string, words = '') => answer(200, { json: { errors: [[code, words, 'field']] } });

it.each([
  ['RATELIMIT', 'rate-limited'],
  ['QUOTA_FILLED', 'rate-limited'],
  ['USER_REQUIRED', 'needs-reauth'],
  ['USER_BLOCKED', 'customer-unreachable'],
  ['USER_DOESNT_EXIST', 'customer-unreachable'],
  ['NOT_WHITELISTED_BY_USER_MESSAGE', 'customer-unreachable'],
  ['DELETED_COMMENT', 'rejected'],
  ['DELETED_LINK', 'rejected'],
  ['THREAD_LOCKED', 'rejected'],
  ['TOO_OLD', 'rejected'],
  ['NO_TEXT', 'rejected'],
  ['TOO_LONG', 'rejected'],
  ['SUBREDDIT_NOTALLOWED', 'rejected'],
  ['SOMETHING_NEW', 'rejected'],
])('takes %s inside a success for %s', (code, kind) => {
  expect(failureOf(inside(code))).toMatchObject({ kind, code });
});

it.each([
  [401, 'needs-reauth'],
  [403, 'rejected'],
  [404, 'rejected'],
  [408, 'try-again'],
  [429, 'rate-limited'],
  [500, 'try-again'],
  [503, 'try-again'],
])('takes HTTP %i for %s', (status, kind) => {
  expect(failureOf(answer(status, undefined))).toMatchObject({ kind });
});

it('waits as long as the words or the headers say', () => {
  expect(failureOf(inside('RATELIMIT', 'Take a break for 9 minutes before trying again.'))?.retryAfterMs).toBe(540_000);
  expect(failureOf(inside('RATELIMIT', 'try again in 40 seconds.'))?.retryAfterMs).toBe(40_000);
  expect(failureOf(answer(429, undefined, { 'x-ratelimit-reset': '240' }))?.retryAfterMs).toBe(240_000);
  expect(failureOf(answer(429, undefined, { 'retry-after': '3' }))?.retryAfterMs).toBe(3000);
});

it('finds nothing wrong with a success', () => {
  expect(failureOf(answer(200, { json: { errors: [] } }))).toBeNull();
  expect(failureOf(answer(201, {}))).toBeNull();
});
