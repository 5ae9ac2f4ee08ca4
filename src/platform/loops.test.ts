import { Writable } from 'node:stream';
import { SystemClock } from './clock.js';
import { openLog } from './log.js';
import { Loops, type LoopWork } from './loops.js';
import { Metrics } from './metrics.js';

let lines: string[];
let metrics: Metrics;
let loops: Loops;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  lines = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  metrics = new Metrics();
  loops = new Loops(openLog({ level: 'info', to }), new SystemClock(), metrics);
});

afterEach(async () => {
  await loops.stop();
  jest.useRealTimers();
});

/** Lets everything happen that waits for no timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
}

/** A loop whose steps are told what to do: `more`, `done`, or an error. */
function scripted(script: readonly ('more' | 'done' | Error)[], rest: Partial<LoopWork> = {}) {
  const work = { steps: 0, loop: { wake: () => {} } };
  work.loop = loops.start('test', {
    pauseMs: 1000,
    step: async () => {
      const now = script[work.steps] ?? 'done';
      work.steps += 1;
      if (now instanceof Error) throw now;
      return { more: now === 'more' };
    },
    ...rest,
  });
  return work;
}

it('goes on at once while there is more, then rests', async () => {
  const work = scripted(['more', 'more', 'done']);
  await settle();
  expect(work.steps).toBe(3);

  await jest.advanceTimersByTimeAsync(999);
  await settle();
  expect(work.steps).toBe(3);

  await jest.advanceTimersByTimeAsync(1);
  await settle();
  expect(work.steps).toBe(4);
});

it('begins at once when it is woken, and once more when that happens during a step', async () => {
  let go: () => void = () => {};
  let steps = 0;
  const loop = loops.start('test', {
    pauseMs: 1000,
    step: () => {
      steps += 1;
      return new Promise((resolve) => {
        go = () => {
          resolve({ more: false });
        };
      });
    },
  });
  await settle();
  loop.wake();
  loop.wake();
  go();
  await settle();
  expect(steps).toBe(2);

  go();
  await settle();
  expect(steps).toBe(2);
  loop.wake();
  await settle();
  expect(steps).toBe(3);
  go();
});

it('outlives errors, and says each kind once', async () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const script = [...Array<Error>(20).fill(refused), new Error('other'), new Error('other')];
  const work = scripted(script);
  await settle();
  expect(loops.states()).toMatchObject([{ name: 'test', lastError: 'refused', failingSince: expect.any(Date) }]);

  for (let second = 0; second < 300; second += 1) {
    await jest.advanceTimersByTimeAsync(1000);
    await settle();
  }
  expect(work.steps).toBeGreaterThan(22);
  expect(loops.states()).toMatchObject([{ lastError: null, failingSince: null }]);
  const told = lines.map((line) => JSON.parse(line));
  expect(told.map(({ level }) => level)).toEqual(['error', 'error', 'info']);
  expect(await metrics.text()).toContain('relais_loop_errors_total{loop="test"} 22');
});

it('is not hurried by wake-ups while it fails', async () => {
  const work = scripted(Array<Error>(50).fill(new Error('away')));
  await settle();
  for (let time = 0; time < 20; time += 1) {
    work.loop.wake();
    await settle();
  }
  expect(work.steps).toBe(1);
  await jest.advanceTimersByTimeAsync(100);
  await settle();
  expect(work.steps).toBe(2);
});

it('waits at least half a step of its ladder, and never more than ten seconds', async () => {
  const work = scripted(Array<Error>(100).fill(new Error('away')));
  await settle();
  for (let second = 0; second < 60; second += 1) {
    await jest.advanceTimersByTimeAsync(1000);
    await settle();
  }
  const before = work.steps;
  await jest.advanceTimersByTimeAsync(10_000);
  await settle();
  expect(work.steps).toBeGreaterThan(before);
  expect(work.steps).toBeLessThanOrEqual(before + 2);
});

it('stops after the step that runs', async () => {
  let end: () => void = () => {};
  let ended = false;
  let steps = 0;
  loops.start('test', {
    pauseMs: 1,
    step: () => {
      steps += 1;
      return new Promise((resolve) => {
        end = () => {
          ended = true;
          resolve({ more: true });
        };
      });
    },
  });
  await settle();
  const stopping = loops.stop();
  end();
  await stopping;
  await settle();
  expect({ ended, steps }).toEqual({ ended: true, steps: 1 });
});

it('tells how far behind its work it is, where it knows', async () => {
  scripted(['done'], { behindSeconds: () => 7 });
  await settle();
  expect(loops.states()).toMatchObject([{ behindSeconds: 7, lastError: null }]);
});
