import type { OpenRange } from '../../../../src/contract/index.js';

export const dayMinutes = 1440;

/** "08:30"; midnight is both ends of a day. */
export function clockOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Null for what is no time of the day. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const value = Number(hours) * 60 + Number(minutes);
  return value < dayMinutes ? value : null;
}

/** Where it ends on the day on which it begins: one that ends the day after is cut at midnight. */
export function endOf({ from, to }: OpenRange): number {
  return to > from ? to : dayMinutes;
}

/** In order; those that overlap or touch become one, those that go on into the next day stay as they are. */
export function tidy(ranges: readonly OpenRange[]): OpenRange[] {
  const result: OpenRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (!last || range.from > endOf(last)) result.push(range);
    else if (endOf(last) < dayMinutes) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return result;
}

export function rangeText({ from, to }: OpenRange): string {
  return `${clockOf(from)}–${to === dayMinutes ? '24:00' : clockOf(to)}`;
}

/** Today, on the wall of a zone. */
export function todayIn(zone: string, now: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now);
}

/** `days` later. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
