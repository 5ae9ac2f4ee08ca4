const minute = 60_000;

interface Pressing {
  readonly priority: number;
  readonly vip: boolean;
}

/**
 * Orders the queue: the nearest of promise and window, half an hour earlier for what is urgent, and a quarter for a VIP;
 * never is far away.
 */
export function urgentAt(due: Date | null, window: Date | null, { priority, vip }: Pressing): Date {
  const nearest = Math.min(due?.getTime() ?? Infinity, window?.getTime() ?? Infinity);
  if (nearest === Infinity) return far;
  return new Date(nearest - (priority === 1 ? 30 * minute : 0) - (vip ? 15 * minute : 0));
}
const far = new Date('9999-01-01T00:00:00.000Z');
