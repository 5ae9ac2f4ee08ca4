import type { AccountAccess } from '../kit/account.js';
import { fields, number, text } from '../kit/read.js';
import { msUntilReset, pacificDay } from './pacific.js';

/** Units that Google takes (developers.google.com/youtube/v3/determine_quota_cost). */
export const costs = { read: 1, write: 50, liveRead: 5 };

const usualUnits = 10_000;
/** What polls may spend: the rest is for replies, at 50 units each. */
const forPolls = 0.6;
const shortest = 20;
const longest = 3600;
/** How much one poll counts in what is thought of a channel. */
const newsWeight = 0.2;

/** What one channel has spent today, and how much is written to it. */
export interface Spending {
  readonly day: string;
  readonly units: number;
  /** Comments in a poll, on average, the latest counting most. */
  readonly heat: number;
}

/**
 * Units belong to the project, so all its channels share them. What this process has seen of them, by project: more is
 * not needed to share well, and a channel's own part is in its cursor.
 */
const projects = new Map<string, Map<string, Spending>>();

export function spendingAfter(
  before: Spending | undefined,
  poll: { readonly units: number; readonly news: number; readonly now: Date },
): Spending {
  const day = pacificDay(poll.now);
  const spent = before?.day === day ? before.units : 0;
  const heat = (before?.heat ?? 0) * (1 - newsWeight) + poll.news * newsWeight;
  return { day, units: spent + poll.units, heat: Math.round(heat * 1000) / 1000 };
}

/** Seconds until this channel's next poll: the units left for today, spread over what is left of it, most where comments come. */
export function nextPoll(
  account: AccountAccess,
  spending: Spending,
  poll: { readonly units: number; readonly now: Date },
): { readonly waitSeconds: number; readonly usedPercent: number } {
  const quota = Math.max(1, number(account.app['dailyUnits']) ?? usualUnits);
  const channels = channelsOf(account, spending);
  const spent = [...channels.values()].reduce((sum, { units }) => sum + units, 0);
  const share = weight(spending) / [...channels.values()].reduce((sum, one) => sum + weight(one), 0);
  const left = Math.max(0, quota * forPolls - spent) * share;
  const seconds = msUntilReset(poll.now) / 1000;
  const wait = left < poll.units ? longest : (seconds * Math.max(1, poll.units)) / left;
  return {
    waitSeconds: Math.round(Math.min(longest, Math.max(shortest, wait))),
    usedPercent: Math.min(100, Math.round((spent / quota) * 100)),
  };
}

function channelsOf(account: AccountAccess, spending: Spending): ReadonlyMap<string, Spending> {
  const project = account.app['clientId'] ?? '';
  const known = [...(projects.get(project) ?? [])].filter(([, { day }]) => day === spending.day);
  const channels = new Map([...known, [account.externalId, spending] as const]);
  projects.set(project, channels);
  return channels;
}

function weight({ heat }: Spending): number {
  return 1 + heat;
}

export function readSpending(value: unknown): Spending | undefined {
  const read = fields(value);
  const day = text(read['day']);
  if (day === undefined) return undefined;
  return { day, units: number(read['units']) ?? 0, heat: number(read['heat']) ?? 0 };
}
