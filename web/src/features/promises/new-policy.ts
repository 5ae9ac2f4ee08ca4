import { always, defaultLadder, type SlaPolicy, type TargetName } from '../../../../src/contract/index.js';
import { uuid } from '../../api/uuid.js';

/** Where a promise beginimport { always, defaultLadder, type TargetName, type SlaPolicy } from '../../../../src/contract/index.js';
s when it is added, for the priorities 1 to 4. */
export const usualMinutes: Readonly<Record<TargetName, readonly number[]>> = {
  first_reply: [15, 30, 60, 240],
  next_reply: [15, 30, 60, 240],
  resolution: [240, 480, 1440, 2880],
  assignment: [5, 10, 15, 30],
  ownership_care: [60, 120, 240, 480],
  ownership_community: [60, 120, 240, 480],
  ownership_expert: [120, 240, 480, 960],
  approval: [10, 15, 30, 120],
  expert: [60, 120, 240, 480],
};

export function newPolicy(calendarId: string | null): SlaPolicy {
  const { first_reply, next_reply } = usualMinutes;
  return {
    id: uuid(),
    name: '',
    calendarId,
    when: always,
    targets: { first_reply, next_reply },
    ladder: defaultLadder,
  };
}
