import { Temporal } from 'temporal-polyfill';

/** Milliseconds since 1970, between which the clocks of a zone are ahead of UTC by the same amount. */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly offsetMs: number;
}

/** Asking a zone costs a hundred times more than remembering. Zones are few, and a span lasts for months. */
const known = new Map<string, OffsetSpan[]>();

export function offsetAt(zone: string, at: number): OffsetSpan {
  const spans = known.get(zone) ?? [];
  const found = spans.find(({ from, until }) => from <= at && at < until);
  if (found) return found;
  const span = lookUp(zone, at);
  known.set(zone, [...spans, span]);
  return span;
}

function lookUp(zone: string, at: number): OffsetSpan {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // `previous` looks strictly before its instant.
  const from = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity;
  const until = there.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
  return { from, until, offsetMs: there.offsetNanoseconds / 1_000_000 };
}

/** Zones by name only: a bare offset knows no summer. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    // There is no other way to ask.
    return false;
  }
}
