const dayMs = 86_400_000;

/** Days are counted from 1 January 1970, a Thursday, by the calendar on the wall. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** A day that the calendar has: the 29th of February in some years only. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = dayNumber(text);
  return !Number.isNaN(day) && new Date(day * dayMs).toISOString().startsWith(text);
}
