import type { FailureKind } from '../../kit/failure.js';
import type { ErrorCodes } from '../graph/failures.js';

/** developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes. The same codes come with failed statuses. */
const codes: Readonly<Record<FailureKind, readonly number[]>> = {
  'needs-reauth': [
    0, 3, 10, 190, 131005, 131045, 133010,
    // The account is blocked, locked, without a name or without a way to pay: an administrator has to see to it.
    368, 131031, 131037, 131042, 131063,
  ],
  'rate-limited': [4, 80007, 130429, 131048, 131049, 131056, 131064, 133016],
  'window-closed': [131047],
  'try-again': [1, 2, 131000, 131016, 131057, 133004, 135000],
  'customer-unreachable': [130472, 131021, 131026, 131030, 131050, 131062, 137000],
  rejected: [
    33, 100, 131008, 131009, 131051, 131052, 131053, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016,
    132068, 132069,
    // Nobody of that country may be written to; others may.
    130497,
  ],
};

const kinds = new Map<number, FailureKind>();
for (const kind of ['needs-reauth', 'rate-limited', 'window-closed'] as const) add(kind);
for (const kind of ['try-again', 'customer-unreachable', 'rejected'] as const) add(kind);

function add(kind: FailureKind): void {
  for (const code of codes[kind]) kinds.set(code, kind);
}

/** Undefined for a code that nobody has described yet. */
export function whatsappKind({ code, isTransient }: Pick<ErrorCodes, 'code' | 'isTransient'>): FailureKind | undefined {
  const isPermission = code !== undefined && code >= 200 && code <= 299;
  const known = code === undefined ? undefined : kinds.get(code);
  return known ?? (isPermission ? 'needs-reauth' : isTransient ? 'try-again' : undefined);
}

/** Limits that are one person's, with how long they last. */
export const personalLimits: ReadonlyMap<string, number> = new Map([
  // One message in six seconds.
  ['131056', 6000],
  // Marketing that this person would get too much of: not before a day is over.
  ['131049', 24 * 3_600_000],
]);
