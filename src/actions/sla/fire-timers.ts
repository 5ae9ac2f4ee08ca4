import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/log.js';
import { Database } from '../../store/database.js';
import { claimTimers, type DueTicket } from '../../store/sla/timer.store.js';
import { ClimbLadder } from './climb-ladder.js';

const mostTimers = 500;
const together = 100;
const atOnce = 2;
const leaseSeconds = 20;

/** Does what has come on the clocks that run: each thing once and in its order, whoever was down meanwhile. */
@Injectable()
export class FireTimers {
  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly ladder: ClimbLadder,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.everywhere((sql) => claimTimers(sql, mostTimers, leaseSeconds));
    const waiting = portions(due);
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.fire(next);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { more: due.length > 0 };
  }

  /** What fails together is tried one by one; what fails alone comes again when its lease has run out. */
  private async fire({ workspaceId, ticketIds }: Portion): Promise<void> {
    try {
      await this.db.transaction(workspaceId, (tx) => this.ladder.inside(tx, ticketIds));
    } catch (error) {
      if (ticketIds.length === 1) {
        this.log.error({ error, workspaceId, ticketId: ticketIds[0] }, 'The clocks of a ticket could not be followed.');
        return;
      }
      for (const id of ticketIds) await this.fire({ workspaceId, ticketIds: [id] });
    }
  }
}

interface Portion {
  readonly workspaceId: number;
  readonly ticketIds: readonly string[];
}

function portions(due: readonly DueTicket[]): Portion[] {
  const byWorkspace = Map.groupBy(due, ({ workspaceId }) => workspaceId);
  return [...byWorkspace].flatMap(([workspaceId, tickets]) => {
    const ids = tickets.map(({ ticketId }) => ticketId);
    const count = Math.ceil(ids.length / together);
    return Array.from({ length: count }, (_, at) => ({
      workspaceId,
      ticketIds: ids.slice(at * together, (at + 1) * together),
    }));
  });
}
