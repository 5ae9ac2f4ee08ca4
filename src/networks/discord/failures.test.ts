import { answerOf } from '../../../test/support/answer.js';
import { UnknownOutcome } from '../kit/failure.js';
import { failureOf, outcomeOf } from './failures.js';

const kinds = [
  ['rate-limited', 400, [20_016, 20_028, 20_029, 40_003, 40_062]],
  ['try-again', 400, [130_000, 40_004, 40_006, 110_000]],
  ['needs-reauth', 403, [40_001, 50_014, 50_025]],
  ['customer-unreachable', 403, [50_007, 50_278, 40_007]],
  ['rejected', 403, [10_003, 10_004, 10_008, 10_013, 50_001, 50_006, 50_008, 50_013, 50_035, 50_083, 160_005, 200_000]],
  ['rejected', 400, [240_000, 20_009, 40_005, 50_045, 10_062, 40_060, 50_027, 99_999]],
] as const;

describe('an answer that is no success', () => {
  it.each(kinds.flatMap(([kind, status, codes]) => codes.map((code) => [status, code, kind] as const)))(
    '%i %i is %s',
    (status, code, kind) => {
      expect(failureOf(answerOf(status, { code, message: 'words' })).kind).toBe(kind);
    },
  );

  it.each([
    [401, '', 'needs-reauth'],
    [403, '<html>', 'rejected'],
    [404, '', 'rejected'],
    [429, '', 'rate-limited'],
    [500, '', 'try-again'],
    [502, '<html>', 'try-again'],
  ])('%i %j is %s', (status, body, kind) => {
    expect(failureOf(answerOf(status, body)).kind).toBe(kind);
  });

  it('may come after the publication when the server breaks', () => {
    expect(outcomeOf(answerOf(502, ''))).toBeInstanceOf(UnknownOutcome);
    expect(outcomeOf(answerOf(503, { code: 130_000 }))).toBeInstanceOf(UnknownOutcome);
    expect(outcomeOf(answerOf(400, { code: 40_004 }))).toMatchObject({ kind: 'try-again' });
  });

  it.each([
    [{ retry_after: 0.65 }, {}, 650],
    ['', { 'retry-after': '3' }, 3000],
    ['', { 'x-ratelimit-reset-after': '1.5' }, 1500],
    ['', {}, undefined],
  ])('waits as long as it is told: %j %j', (body, headers, wait) => {
    expect(failureOf(answerOf(429, body, { ...headers })).retryAfterMs).toBe(wait);
  });
});
