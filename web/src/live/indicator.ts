import type { LiveStatus } from './live.js';

/** What the connection's dot says: nothing is hidden, and nothing flickers. */
export type Indication =
  { kind: 'live' } | { kind: 'back' } | { kind: 'reconnecting' } | { kind: 'offline'; since: number };

const silentMs = 1500;
const bannerMs = 10_000;
const backMs = 2000;

export function indicate(status: LiveStatus, now: number): Indication {
  const lasted = now - status.since;
  if (status.state === 'live') return lasted < backMs ? { kind: 'back' } : { kind: 'live' };
  if (lasted < silentMs) return { kind: 'live' };
  if (status.state === 'lost' && lasted >= bannerMs) return { kind: 'offline', since: status.since };
  return { kind: 'reconnecting' };
}
