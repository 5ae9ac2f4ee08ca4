import type { Sql } from '../sql.js';

export interface Thread {
  readonly id: string;
  readonly accountId: string;
  readonly key: string;
  readonly space: 'public' | 'private';
  readonly identityId: string;
  readonly postId: string | null;
  readonly ticketId: string | null;
  readonly fromPublic: string | null;
  readonly reachable: boolean;
  readonly lastInboundAt: Date | null;
  readonly lastInboundId: string | null;
}

export interface NewThread {
  readonly id: string;
  readonly accountId: string;
  readonly key: string;
  readonly space: 'public' | 'private';
  readonly identityId: string;
  readonly postId: string | null;
  readonly fromPublic?: string;
}

const fields = `th.id, th.account_id as "accountId", th.key, th.space, th.identity_id as "identityId",
  th.post_id as "postId", th.ticket_id as "ticketId", th.from_public as "fromPublic", th.reachable,
  th.last_inbound_at as "lastInboundAt", th.last_inbound_id as "lastInboundId"`;

interface Move {
  readonly from: string;
  readonly to: string;
  /** Nothing is below it, which spares the database a look at every thread. */
  readonly alone: boolean;
}

export class ThreadStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** The thread of this key, opened if it is new, and held: all work on one thread is one after the other. */
  open(thread: NewThread): Promise<Thread> {
    return this.sql.one<Thread>(
      `insert into thread as th (workspace_id, id, account_id, key, space, identity_id, post_id, from_public)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, account_id, key) do update set post_id = coalesce(th.post_id, excluded.post_id)
       returning ${fields}`,
      [
        this.workspaceId,
        thread.id,
        thread.accountId,
        thread.key,
        thread.space,
        thread.identityId,
        thread.postId,
        thread.fromPublic ?? null,
      ],
    );
  }

  find(id: string): Promise<Thread | null> {
    return this.sql.maybe<Thread>(`select ${fields} from thread as th where th.workspace_id = $1 and th.id = $2`, [
      this.workspaceId,
      id,
    ]);
  }

  lock(id: string): Promise<Thread | null> {
    return this.sql.maybe<Thread>(
      `select ${fields} from thread as th where th.workspace_id = $1 and th.id = $2 for no key update of th`,
      [this.workspaceId, id],
    );
  }

  byKey(accountId: string, key: string): Promise<Thread | null> {
    return this.sql.maybe<Thread>(
      `select ${fields} from thread as th where th.workspace_id = $1 and th.account_id = $2 and th.key = $3
       for no key update of th`,
      [this.workspaceId, accountId, key],
    );
  }

  byFromPublic(accountId: string, externalId: string): Promise<Thread | null> {
    return this.sql.maybe<Thread>(
      `select ${fields} from thread as th where th.workspace_id = $1 and th.account_id = $2 and th.from_public = $3
       for no key update of th`,
      [this.workspaceId, accountId, externalId],
    );
  }

  /** The customer wrote: the window opens anew and the person can be reached again. */
  async heard(id: string, externalId: string, at: Date): Promise<void> {
    await this.sql.run(
      `update thread as th set version = th.version + 1, reachable = true,
              last_inbound_id = case when th.last_inbound_at is null or th.last_inbound_at <= $4 then $3 else th.last_inbound_id end,
              last_inbound_at = greatest(th.last_inbound_at, $4)
        where th.workspace_id = $1 and th.id = $2`,
      [this.workspaceId, id, externalId, at],
    );
  }

  /** Its page shows something new: how it can be answered, most often. */
  async touch(id: string): Promise<void> {
    await this.sql.run('update thread as th set version = th.version + 1 where th.workspace_id = $1 and th.id = $2', [
      this.workspaceId,
      id,
    ]);
  }

  async reachable(id: string, reachable: boolean): Promise<void> {
    await this.sql.run(
      'update thread as th set reachable = $3, version = th.version + 1 where th.workspace_id = $1 and th.id = $2',
      [this.workspaceId, id, reachable],
    );
  }

  /** The network told the thread's true address, or gave it a new one. */
  async rekey(id: string, key: string, identityId: string | null): Promise<void> {
    await this.sql.run(
      `update thread as th set key = $3, identity_id = coalesce($4, th.identity_id), version = th.version + 1
        where th.workspace_id = $1 and th.id = $2`,
      [this.workspaceId, id, key, identityId],
    );
  }

  /**
   * A place got a new address: its threads, and those of everything below it, go on under the new one. A thread that the
   * new address has already is left to itself.
   */
  async move(accountId: string, { from, to, alone }: Move): Promise<void> {
    await this.sql.run(
      `update thread as th set key = $4 || substr(th.key, length($3) + 1), version = th.version + 1
        where th.workspace_id = $1 and th.account_id = $2 and (th.key = $3${alone ? '' : " or starts_with(th.key, $3 || ':')"})
          and not exists (select 1 from thread as other where other.workspace_id = th.workspace_id
            and other.account_id = th.account_id and other.key = $4 || substr(th.key, length($3) + 1))`,
      [this.workspaceId, accountId, from, to],
    );
  }
}
