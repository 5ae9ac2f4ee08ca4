import type { HttpAnswer } from '../../../platform/http/http.js';
import { parseJson } from '../../../platform/json.js';
import { UnknownOutcome } from '../../kit/failure.js';
import { failureOf, isSuccess, outcomeOf } from './failures.js';
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

const error = (code: number | null, subcode?: number, more: object = {}): string =>
  JSON.stringify({
    error: { message: 'words', type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'Abc', ...more },
  });

describe('an error of the Graph API', () => {
  it.each([
    [2, undefined, 'try-again'],
    [1200, undefined, 'try-again'],
    [100, 2018008, 'try-again'],
    [100, 2018320, 'try-again'],
    [4, undefined, 'rate-limited'],
    [17, undefined, 'rate-limited'],
    [32, undefined, 'rate-limited'],
    [341, undefined, 'rate-limited'],
    [368, undefined, 'rate-limited'],
    [613, undefined, 'rate-limited'],
    [80000, undefined, 'rate-limited'],
    [80006, undefined, 'rate-limited'],
    [80014, undefined, 'rate-limited'],
    [10, 1893063, 'rate-limited'],
    [190, undefined, 'needs-reauth'],
    [190, 458, 'needs-reauth'],
    [190, 459, 'needs-reauth'],
    [190, 460, 'needs-reauth'],
    [190, 463, 'needs-reauth'],
    [190, 464, 'needs-reauth'],
    [190, 467, 'needs-reauth'],
    [190, 492, 'needs-reauth'],
    [102, undefined, 'needs-reauth'],
    [3, undefined, 'needs-reauth'],
    [10, undefined, 'needs-reauth'],
    [200, undefined, 'needs-reauth'],
    [299, undefined, 'needs-reauth'],
    [200, 2018028, 'needs-reauth'],
    [2, 2018344, 'needs-reauth'],
    [10, 2018278, 'window-closed'],
    [10, 2018065, 'window-closed'],
    [10, 2534022, 'window-closed'],
    [551, undefined, 'customer-unreachable'],
    [551, 1545041, 'customer-unreachable'],
    [200, 1545041, 'customer-unreachable'],
    [10, 2018108, 'customer-unreachable'],
    [100, 2018001, 'customer-unreachable'],
    [100, undefined, 'rejected'],
    [100, 33, 'rejected'],
    [100, 2018047, 'rejected'],
    [506, undefined, 'rejected'],
    [1705, undefined, 'rejected'],
    [10900, undefined, 'rejected'],
    [10903, undefined, 'rejected'],
    [1357046, undefined, 'rejected'],
    [1, 1357046, 'rejected'],
  ] as const)('%i/%s is %3$s, for any call and with any status', (code, subcode, kind) => {
    const name = `${code}${subcode === undefined ? '' : `/${subcode}`}`;
    for (const status of [400, 403, 500]) {
      expect(failureOf(answer(status, error(code, subcode)))).toMatchObject({ kind, code: name });
      expect(outcomeOf(answer(status, error(code, subcode)))).toMatchObject({ kind, code: name });
    }
  });

  it('that nobody has described is tried again', () => {
    expect(outcomeOf(answer(400, error(424242)))).toMatchObject({ kind: 'try-again', code: '424242' });
    expect(outcomeOf(answer(400, error(null)))).toMatchObject({ kind: 'try-again', code: 'none' });
    expect(outcomeOf(answer(500, error(1, undefined, { is_transient: true })))).toMatchObject({ kind: 'try-again' });
  });

  it('is an error with status 200 as well', () => {
    expect(isSuccess(answer(200, error(190)))).toBe(false);
    expect(isSuccess(answer(200, '{"id":"1"}'))).toBe(true);
  });

  it.each([
    ['“unknown” of Graph', 500, error(1)],
    ['“unknown” with a subcode', 400, error(1, 99)],
    ['an undescribed one of a broken server', 500, error(-1)],
    ['a gateway’s page', 502, '<html>'],
    ['nothing', 503, ''],
    ['half an answer', 200, '{"recipient_'],
  ])('leaves in doubt what was to be published: %s', (_what, status, body) => {
    expect(outcomeOf(answer(status, body))).toBeInstanceOf(UnknownOutcome);
    expect(failureOf(answer(status, body)).kind).toBe('try-again');
  });

  it.each([
    [404, 'rejected'],
    [413, 'rejected'],
    [429, 'rate-limited'],
  ])('from a gateway with status %i is %s', (status, kind) => {
    expect(outcomeOf(answer(status, '<html>'))).toMatchObject({ kind, code: `http-${status}` });
  });

  it('tells Meta’s words and its trace, but no token', () => {
    const token = `EAAB${'x9_-'.repeat(30)}`;
    const said = { message: `Malformed access token ${token}`, error_user_msg: 'Log in again.' };
    const { message } = failureOf(answer(400, error(190, undefined, said)));
    expect(message).toBe('Malformed access token … Log in again. [Abc]');
  });
});

describe('the rate', () => {
  const app = { 'x-app-usage': '{"call_count":28,"total_cputime":3,"total_time":25}' };
  const page = { 'x-page-usage': '{"call_count":12,"total_cputime":55,"total_time":2}' };
  const business = (minutes: number, count = 100) => ({
    'x-business-use-case-usage': JSON.stringify({
      '1': [
        { type: 'pages', call_count: 3, total_cputime: 1, total_time: 1, estimated_time_to_regain_access: 0 },
        {
          type: 'messenger',
          call_count: count,
          total_cputime: 1,
          total_time: 1,
          estimated_time_to_regain_access: minutes,
        },
      ],
    }),
  });

  it.each([
    ['nothing', {}, undefined],
    ['the app’s', app, { usedPercent: 28 }],
    ['the fuller of two', { ...app, ...page }, { usedPercent: 55 }],
    ['a business’s, with minutes to wait', { ...app, ...business(9) }, { usedPercent: 100, pauseMs: 540_000 }],
    ['more than all', business(0, 140), { usedPercent: 100 }],
    ['what is no JSON', { 'x-app-usage': 'busy' }, undefined],
    ['what has another shape', { 'x-app-usage': '[1]', 'x-business-use-case-usage': '{"1":7}' }, undefined],
  ])('is read: %s', (_what, headers, budget) => {
    expect(budgetOf(answer(200, '{}', headers))).toEqual(budget);
  });

  it.each([
    ['minutes of Meta', 80001, business(9), 540_000],
    ['seconds of a gateway', 4, { 'retry-after': '30' }, 30_000],
    ['an hour where a block is meant', 368, {}, 3_600_000],
    ['nothing', 613, {}, undefined],
  ])('says how long to wait: %s', (_what, code, headers, wait) => {
    expect(failureOf(answer(400, error(code), headers)).retryAfterMs).toBe(wait);
  });
});
