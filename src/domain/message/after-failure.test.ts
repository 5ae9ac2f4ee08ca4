import { afterFailure, nextLook } from './after-failure.js';

const now = new Date('2026-03-02T10:00:00.000Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('afterFailure', () => {
  it.each([
    ['the first try', 1, 5],
    ['the fourth', 4, 40],
    ['the seventh', 7, 320],
  ])('waits longer after each failure: %s', (_name, tries, seconds) => {
    const after = afterFailure('try-again', { tries, retryAfterMs: null, now });
    expect(after).toEqual({ do: 'wait', at: inSeconds(seconds), tries });
  });

  it('gives up after eight tries', () => {
    expect(afterFailure('try-again', { tries: 8, retryAfterMs: null, now })).toEqual({ do: 'give-up' });
  });

  it('waits as long as the network says, and counts that as no attempt', () => {
    const after = afterFailure('rate-limited', { tries: 3, retryAfterMs: 17_000, now });
    expect(after).toEqual({ do: 'wait', at: inSeconds(17), tries: 2 });
  });

  it('never gives up because of a rate limit', () => {
    expect(afterFailure('rate-limited', { tries: 500, retryAfterMs: null, now }).do).toBe('wait');
  });

  it('holds what a broken account cannot send', () => {
    expect(afterFailure('needs-reauth', { tries: 1, retryAfterMs: null, now })).toEqual({ do: 'hold', tries: 0 });
  });

  it.each(['window-closed', 'customer-unreachable', 'rejected'] as const)('leaves %s to a human', (kind) => {
    expect(afterFailure(kind, { tries: 1, retryAfterMs: null, now })).toEqual({ do: 'give-up' });
  });
});

describe('nextLook', () => {
  it('reads back a few times, then asks a human', () => {
    expect(nextLook('read-back', 0, now)).toEqual(inSeconds(5));
    expect(nextLook('read-back', 4, now)).toEqual(inSeconds(80));
    expect(nextLook('read-back', 5, now)).toBeNull();
  });

  it('waits once for an echo', () => {
    expect(nextLook('callback', 0, now)).toEqual(inSeconds(120));
    expect(nextLook('callback', 1, now)).toBeNull();
  });

  it('asks a human at once where there is no way to know', () => {
    expect(nextLook('none', 0, now)).toBeNull();
  });
});
