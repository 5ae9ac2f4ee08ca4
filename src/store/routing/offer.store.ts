import type { OfferOutcome } from '../../domain/routing/offer.js';
import type { Sql } from '../sql.js';

export interface NewOffer {
  readonly id: string;
  readonly ticketId: string;
  readonly agentId: string;
  readonly seconds: number;
  readonly reason: Readonly<Record<string, unknown>>;
}

export interface Offer {
  readonly id: string;
  readonly ticketId: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly reason: Readonly<Record<string, unknown>>;
  /** Null while it is open. */
  readonly outcome: OfferOutcome | null;
  /** Its time is over, whether or not somebody has noticed. */
  readonly isDue: boolean;
}

const fields = `o.id, o.ticket_id as "ticketId", o.agent_id as "agentId", g.name as "agentName", o.reason, o.outcome,
  o.ends_at <= clock_timestamp() as "isDue"`;
const tables = 'offer as o join agent as g on g.workspace_id = o.workspace_id and g.id = o.agent_id';

/** What somebody is asked to accept. Its ticket is locked first, always. */
export class OfferStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async add({ id, ticketId, agentId, seconds, reason }: NewOffer): Promise<void> {
    await this.sql.run(
      `insert into offer (workspace_id, id, ticket_id, agent_id, reason, ends_at)
       values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6))`,
      [this.workspaceId, id, ticketId, agentId, JSON.stringify(reason), seconds],
    );
  }

  find(id: string): Promise<Offer | null> {
    return this.sql.maybe<Offer>(`select ${fields} from ${tables} where o.workspace_id = $1 and o.id = $2`, [
      this.workspaceId,
      id,
    ]);
  }

  /** The tickets that somebody is asked to accept. */
  async openOf(agentId: string): Promise<Offer[]> {
    return this.sql.many<Offer>(
      `select ${fields} from ${tables} where o.workspace_id = $1 and o.agent_id = $2 and o.ended_at is null
        order by o.ticket_id`,
      [this.workspaceId, agentId],
    );
  }

  /** Ends what is open on a ticket; null when nothing was. */
  async end(ticketId: string, outcome: OfferOutcome): Promise<{ id: string; agentId: string } | null> {
    return this.sql.maybe(
      `update offer as o set ended_at = clock_timestamp(), outcome = $3
        where o.workspace_id = $1 and o.ticket_id = $2 and o.ended_at is null
       returning o.id, o.agent_id as "agentId"`,
      [this.workspaceId, ticketId, outcome],
    );
  }
}

/**
 * Offers whose time is over, taken for `leaseSeconds` on the database's clock. The lease only keeps two workers from the same
 * offer; whoever ends it looks again while the ticket is held.
 */
export function claimOffers(
  sql: Sql,
  limit: number,
  leaseSeconds: number,
): Promise<{ readonly workspaceId: number; readonly id: string }[]> {
  return sql.many(
    `update offer as o set leased_until = now() + make_interval(secs => $2)
       from (select d.workspace_id, d.id from offer as d
              where d.ended_at is null and d.ends_at <= now() and (d.leased_until is null or d.leased_until <= now())
              order by d.ends_at, d.id limit $1 for update of d skip locked) as due
      where o.workspace_id = due.workspace_id and o.id = due.id
     returning o.workspace_id as "workspaceId", o.id`,
    [limit, leaseSeconds],
  );
}
