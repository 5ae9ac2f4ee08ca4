const halfHour = 1_800_000;
const mostTimes = 24;

/** Every half hour from the next one on, up to when the answer is due; milliseconds in, ISO text out. */
export function laterTimes(now: number, due: number): string[] {
  const first = Math.ceil((now + halfHour / 2) / halfHour) * halfHour;
  const times: string[] = [];
  for (let at = first; at < due && times.length < mostTimes; at += halfHour) times.push(new Date(at).toISOString());
  return times;
}
