const minute = 60_000;

/** Orders the queue: the nearest of promise and window, half an hour earlier for what is urgent; never is far away. */
export function urgentAt(due: Date | null, window: Date | null, priority: number): Date {
  const nearest = Math.min(due?.getTime() ?? Infinity, window?.getTime() ?? Infinity);
  if (nearest === Infinity) return far;
  return new Date(nearest - (priority === 1 ? 30 * minute : 0));
}
const far = new Date('9999-01-01T00:00:00.000Z');
