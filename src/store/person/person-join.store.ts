import type { Sql } from '../sql.js';

export interface HeldPerson {
  readonly id: string;
  readonly vip: boolean;
}

export interface PersonJoin {
  readonly id: string;
  readonly intoId: string;
  readonly fromId: string;
  readonly identityIds: readonly string[];
  readonly ticketIds: readonly string[];
  readonly wasVip: boolean;
}

/** Who is who: identities that turned out to be one person's, and those that did not. */
export class PersonJoinStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** People, held in one order for everybody. */
  lock(ids: readonly string[]): Promise<HeldPerson[]> {
    return this.sql.many<HeldPerson>(
      `select p.id, p.vip from person as p where p.workspace_id = $1 and p.id = any($2)
        order by p.id for no key update of p`,
      [this.workspaceId, ids],
    );
  }

  /** Is any of their tickets in this agent's sight? Without one they are nobody's to change. */
  async inSight(personId: string, who: { readonly sees: string; readonly agentId: string }): Promise<boolean> {
    const row = await this.sql.one<{ seen: boolean }>(
      `select exists (select 1 from ticket as t where t.workspace_id = $1 and t.person_id = $3 and ${who.sees}) as seen`,
      [this.workspaceId, who.agentId, personId],
    );
    return row.seen;
  }

  async setVip(personId: string, vip: boolean, by: { readonly agentId: string; readonly at: Date }): Promise<void> {
    await this.sql.run(
      'update person as p set vip = $3, vip_by = $4, vip_at = $5 where p.workspace_id = $1 and p.id = $2',
      [this.workspaceId, personId, vip, by.agentId, by.at],
    );
  }

  /**
   * The identities of one person become another's; waits for messages that are just being taken in under them. Answers
   * which they were.
   */
  moveIdentities(from: string, to: string, only: readonly string[] | null): Promise<string[]> {
    return this.ids(
      `update identity as i set person_id = $3
        where i.workspace_id = $1 and i.person_id = $2 and ($4::uuid[] is null or i.id = any($4)) returning i.id`,
      [from, to, only],
    );
  }

  /** All tickets of a person, or those of some of their identities and some that are named. */
  moveTickets(
    from: string,
    to: string,
    only: { readonly identityIds: readonly string[]; readonly ticketIds: readonly string[] } | null,
  ): Promise<string[]> {
    return this.ids(
      `update ticket as t set person_id = $3
        where t.workspace_id = $1 and t.person_id = $2
          and ($4::uuid[] is null or t.identity_id = any($4) or t.id = any($5)) returning t.id`,
      [from, to, only?.identityIds ?? null, only?.ticketIds ?? []],
    );
  }

  async setVipBack(personId: string, vip: boolean): Promise<void> {
    await this.sql.run('update person as p set vip = $3 where p.workspace_id = $1 and p.id = $2', [
      this.workspaceId,
      personId,
      vip,
    ]);
  }

  async add(join: PersonJoin & { readonly agentId: string; readonly at: Date }): Promise<void> {
    await this.sql.run(
      `insert into person_join (workspace_id, id, into_id, from_id, identity_ids, ticket_ids, was_vip, agent_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.workspaceId,
        join.id,
        join.intoId,
        join.fromId,
        join.identityIds,
        join.ticketIds,
        join.wasVip,
        join.agentId,
        join.at,
      ],
    );
  }

  /** Not undone yet, and held. */
  lockJoin(id: string): Promise<PersonJoin | null> {
    return this.sql.maybe<PersonJoin>(
      `select j.id, j.into_id as "intoId", j.from_id as "fromId", j.identity_ids as "identityIds",
              j.ticket_ids as "ticketIds", j.was_vip as "wasVip"
         from person_join as j where j.workspace_id = $1 and j.id = $2 and j.undone_at is null
          for no key update of j`,
      [this.workspaceId, id],
    );
  }

  async undone(id: string, by: { readonly agentId: string; readonly at: Date }): Promise<void> {
    await this.sql.run(
      'update person_join as j set undone_at = $3, undone_by = $4 where j.workspace_id = $1 and j.id = $2',
      [this.workspaceId, id, by.at, by.agentId],
    );
  }

  /** These two are not one: it is not suggested again. */
  async keepApart(ids: readonly [string, string], by: { readonly agentId: string; readonly at: Date }): Promise<void> {
    const [one, other] = [...ids].sort();
    await this.sql.run(
      `insert into person_apart (workspace_id, one_id, other_id, agent_id, at) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, one_id, other_id) do nothing`,
      [this.workspaceId, one, other, by.agentId, by.at],
    );
  }

  private async ids(text: string, values: readonly unknown[]): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(text, [this.workspaceId, ...values]);
    return rows.map(({ id }) => id).sort();
  }
}
