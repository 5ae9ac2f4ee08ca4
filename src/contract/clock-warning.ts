import { isReplyClock } from '../domain/sla/clock-kind.js';
import type { Actor } from '../domain/team/policy.js';
import type { ClockLine, ClockView } from './clock-views.js';
import type { LiveEvent } from './live-event.js';
import type { TicketRow } from './views.js';

// Not among what `index` gives: it is fetched with the first warning.

/** A step of a ladder that has come, for whoever is to know of it. */
export interface ClockWarning {
  /** One for each step of each clock. */
  readonly key: string;
  readonly ticket: TicketRow;
  readonly clock: ClockView;
}

/** What an event tells somebody to hurry about; null when it is nothing, or not theirs: an approval is not in the owner's hands. */
export function warningFor({ id, role }: Pick<Actor, 'id' | 'role'>, event: LiveEvent): ClockWarning | null {
  if (event.type !== 'ticket.changed' || !event.cause.startsWith('sla-')) return null;
  const { ticket, clocks } = event;
  const newest = newestStep(clocks);
  if (!newest) return null;
  const { clock, line } = newest;
  if (!concerns({ id, role }, ticket, newest)) return null;
  return { key: `${clock.id} ${line.facts['percent'] ?? ''}`, ticket, clock };
}

interface Step {
  readonly clock: ClockView;
  readonly line: ClockLine;
}

function concerns({ id, role }: Pick<Actor, 'id' | 'role'>, ticket: TicketRow, { clock, line }: Step): boolean {
  const acts = line.facts['acts']?.split(' ') ?? [];
  if (acts.includes('lead') && role === 'team_lead') return true;
  return acts.includes('owner') && ticket.owner?.id === id && clock.kind !== 'approval';
}

const steps: readonly ClockLine['event'][] = ['warned', 'breached', 'escalated'];

/** What has come within this time is told once, of the clock that the customer feels. */
const togetherMs = 60_000;

/** After an hour of silence several may have come at once: the last of them says enough. */
function newestStep(clocks: readonly ClockView[]): Step | null {
  const come = clocks
    .filter(({ state }) => state === 'running')
    .flatMap((clock) => {
      const line = clock.ledger.findLast(({ event }) => steps.includes(event));
      return line ? [{ clock, line }] : [];
    })
    .toSorted((a, b) => Date.parse(b.line.at) - Date.parse(a.line.at));
  const [newest] = come;
  if (!newest) return null;
  const since = Date.parse(newest.line.at) - togetherMs;
  const together = come.filter(({ line }) => Date.parse(line.at) >= since);
  return together.find(({ clock }) => isReplyClock(clock.kind)) ?? newest;
}
