const minute = 60_000;

/** Wall-clock minutes to an answer, by priority: what a new workspace promises until its own policies say otherwise. */
const targets: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 15, 2: 30, 3: 60, 4: 240 };

export type ClockKind = 'first_reply' | 'next_reply';

/** When an answer is due to a message that the network dates `startedAt`. */
export function dueAt(priority: number, startedAt: Date): Date {
  const known = priority === 1 || priority === 2 || priority === 4 ? priority : 3;
  return new Date(startedAt.getTime() + targets[known] * minute);
}

/** Orders the queue: the nearest of promise and window, half an hour earlier for what is urgent; never is far away. */
export function urgentAt(due: Date | null, window: Date | null, priority: number): Date {
  const nearest = Math.min(due?.getTime() ?? Infinity, window?.getTime() ?? Infinity);
  if (nearest === Infinity) return far;
  return new Date(nearest - (priority === 1 ? 30 * minute : 0));
}
const far = new Date('9999-01-01T00:00:00.000Z');
