import type { HttpAnswer } from '../../platform/http/http.js';
import { parseJson } from '../../platform/json.js';
import { UnknownOutcome } from '../kit/failure.js';
import { failureOf, outcomeOf } from './failures.js';
import { budgetOf } from './rate.js';

function answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    status,
    headers,
    body: Buffer.from(body),
    text: () => body,
    json() {
      try {
        return parseJson(body);
      } catch {
        return undefined;
      }
    },
  };
}

const error = (words: string): string => JSON.stringify({ error: words });
const date = 'Mon, 02 Mar 2026 08:20:00 GMT';

describe('an answer that is no success', () => {
  it.each([
    [401, error('The access token is invalid'), 'needs-reauth'],
    [401, '', 'needs-reauth'],
    [403, error('This action is outside the authorized scopes'), 'needs-reauth'],
    [403, error('Your login is missing a confirmed e-mail address'), 'needs-reauth'],
    [403, error('Insufficient permissions: write:statuses.'), 'needs-reauth'],
    [403, error('This action is not allowed'), 'rejected'],
    [404, error('Record not found'), 'rejected'],
    [410, '', 'rejected'],
    [413, '<html>', 'rejected'],
    [422, error("Validation failed: Text can't be blank"), 'rejected'],
    [422, error('Cannot attach files that have not finished processing. Try again in a moment!'), 'try-again'],
    [429, error('Too many requests'), 'rate-limited'],
    [503, error('There was a temporary problem serving your request, please try again'), 'try-again'],
  ] as const)('%i %s', (status, body, kind) => {
    expect(failureOf(answer(status, body))).toMatchObject({ kind, code: String(status) });
    expect(outcomeOf(answer(status, body))).toMatchObject({ kind });
  });

  it.each([
    [500, error('Internal Server Error')],
    [502, '<html>'],
    [503, 'Service Unavailable'],
    [504, ''],
  ])('%i %s may come after the publication, and else is tried again', (status, body) => {
    expect(failureOf(answer(status, body)).kind).toBe('try-again');
    expect(outcomeOf(answer(status, body))).toBeInstanceOf(UnknownOutcome);
  });
});

describe('how long to wait', () => {
  it.each([
    ['a number of seconds', { 'retry-after': '30' }, 30_000],
    ['a date', { date, 'retry-after': 'Mon, 02 Mar 2026 08:21:00 GMT' }, 61_000],
    ['Mastodon’s reset', { date, 'x-ratelimit-reset': '2026-03-02T08:25:00.000000Z' }, 301_000],
    ['a reset in seconds from now', { date, 'x-ratelimit-reset': '12' }, 12_000],
    ['a reset in seconds since 1970', { date, 'x-ratelimit-reset': '1772439660' }, 61_000],
    ['a reset that has passed', { date, 'x-ratelimit-reset': '2026-03-02T08:00:00Z' }, 1000],
    ['nothing', {}, undefined],
    ['an instant without a clock to compare it with', { 'x-ratelimit-reset': '2026-03-02T08:25:00Z' }, undefined],
  ] as const)('reads %s', (_what, headers, wait) => {
    expect(failureOf(answer(429, '', headers)).retryAfterMs).toBe(wait);
  });

  it.each([
    ['nothing', {}, undefined],
    ['a quarter used', { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '225' }, { usedPercent: 25 }],
    [
      'all used',
      {
        date,
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-03-02T08:21:00Z',
      },
      { usedPercent: 100, pauseMs: 61_000 },
    ],
  ] as const)('tells the budget: %s', (_what, headers, budget) => {
    expect(budgetOf(answer(200, '', headers))).toEqual(budget);
  });
});
