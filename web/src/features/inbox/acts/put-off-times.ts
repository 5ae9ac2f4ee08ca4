export const putOffTimes = ['hour', 'evening', 'tomorrow', 'monday'] as const;
export type PutOffTime = (typeof putOffTimes)[number];

const hour = 3_600_000;
const evening = 18;
const morning = 9;
const monday = 1;

/** The instant that is meant, in the reader's own zone; null for an evening that has begun. `now`: milliseconds. */
export function timeOf(choice: PutOffTime, now: number): Date | null {
  switch (choice) {
    case 'hour':
      return new Date(now + hour);
    case 'evening': {
      const at = atHour(now, 0, evening);
      return at.getTime() - now < hour ? null : at;
    }
    case 'tomorrow':
      return atHour(now, 1, morning);
    case 'monday':
      return atHour(now, daysTo(monday, now), morning);
  }
}

/** Full hours of the wall clock: on the day that the clocks change it is nine all the same. */
function atHour(now: number, days: number, wallHour: number): Date {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  at.setHours(wallHour, 0, 0, 0);
  return at;
}

/** On a Monday, the next one is meant. */
function daysTo(weekday: number, now: number): number {
  return (weekday - new Date(now).getDay() + 7) % 7 || 7;
}

/** As a field of the browser for date and time wants it: the reader's wall clock, without a zone. */
export function fieldValue(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
