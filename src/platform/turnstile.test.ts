import { Turnstile } from './turnstile.js';

it('lets so many through at a time, in the order in which they came', async () => {
  const turnstile = new Turnstile(2);
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const work = (number: number) =>
    turnstile.pass(() => {
      began.push(number);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const all = [1, 2, 3, 4].map(work);
  expect(began).toEqual([1, 2]);

  ends[1]?.();
  await all[1];
  expect(began).toEqual([1, 2, 3]);
  for (const end of ends.splice(0)) end();
  await all[0];
  await all[2];
  ends[0]?.();
  await Promise.all(all);
  expect(began).toEqual([1, 2, 3, 4]);
});

it('goes on after somebody who failed', async () => {
  const turnstile = new Turnstile(1);
  await expect(turnstile.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turnstile.pass(async () => 'yes')).resolves.toBe('yes');
});
