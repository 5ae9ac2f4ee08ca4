import { laterTimes } from './later-times.js';

const at = (text: string): number => Date.parse(`2026-11-25T${text}:00Z`);

it('offers half hours that are worth waiting for, and none beyond the time that was promised', () => {
  expect(laterTimes(at('10:05'), at('12:00')).map((time) => time.slice(11, 16))).toEqual(['10:30', '11:00', '11:30']);
  expect(laterTimes(at('10:20'), at('11:30')).map((time) => time.slice(11, 16))).toEqual(['11:00']);
  expect(laterTimes(at('10:20'), at('10:40'))).toEqual([]);
  expect(laterTimes(at('00:00'), at('00:00') + 7 * 86_400_000)).toHaveLength(24);
});
