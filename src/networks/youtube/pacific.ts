const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const dayMs = 86_400_000;

/** The day whose units are spent at `now`, as 2026-03-02. */
export function pacificDay(now: Date): string {
  const part = partsOf(now);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Until midnight in California, when the units come back; on the two days that are not 24 hours long, up to an hour off. */
export function msUntilReset(now: Date): number {
  const part = partsOf(now);
  const passed = ((Number(part('hour')) * 60 + Number(part('minute'))) * 60 + Number(part('second'))) * 1000;
  return Math.max(1000, dayMs - passed);
}

function partsOf(now: Date): (type: string) => string {
  const parts = clock.formatToParts(now);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}
