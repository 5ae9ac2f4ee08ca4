const hour = 3_600_000;
const hoursByPriority: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 4, 4: 8 };
const usualHours = 4;
const warnedAt = 0.75;

export interface AskClock {
  readonly dueAt: Date;
  readonly warnAt: Date;
}

/** The expert's own clock, beside the customer's, which goes on: due by the urgency of the ticket, warned at three quarters. */
export function askClock(priority: number, from: Date): AskClock {
  const length = (hoursByPriority[priority] ?? usualHours) * hour;
  return { dueAt: new Date(from.getTime() + length), warnAt: new Date(from.getTime() + length * warnedAt) };
}
