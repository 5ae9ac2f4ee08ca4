import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 20;
/** Far beyond what it takes: a test that waits this long has failed. */
const usualMs = 20_000;

/** Asks until the answer passes `check`, which throws while it does not; fails with its last complaint. */
export async function eventually<T>(ask: () => Promise<T>, check: (answer: T) => void, mostMs = usualMs): Promise<T> {
  const until = performance.now() + mostMs;
  for (;;) {
    const answer = await ask();
    try {
      check(answer);
      return answer;
    } catch (complaint) {
      if (performance.now() > until) throw complaint;
    }
    await pause(everyMs);
  }
}
