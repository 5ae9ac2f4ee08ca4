import type { Sql } from '../sql.js';

export interface MessageKey {
  readonly messageId: string | null;
  readonly deletedAt: Date | null;
}

/** Which network message is which of ours: the constraint that makes everything happen once. */
export class MessageKeyStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** The key, made if it is new, and held until the transaction ends: two deliveries of one message queue up here. */
  lock(accountId: string, externalId: string): Promise<MessageKey> {
    return this.sql.one<MessageKey>(
      `insert into message_key as k (workspace_id, account_id, external_id) values ($1, $2, $3)
       on conflict (workspace_id, account_id, external_id) do update set external_id = excluded.external_id
       returning k.message_id as "messageId", k.deleted_at as "deletedAt"`,
      [this.workspaceId, accountId, externalId],
    );
  }

  /** Our message for a network's id, not held; null when we have none. */
  async messageOf(accountId: string, externalId: string): Promise<string | null> {
    const row = await this.sql.maybe<{ id: string | null }>(
      `select k.message_id as id from message_key as k
        where k.workspace_id = $1 and k.account_id = $2 and k.external_id = $3`,
      [this.workspaceId, accountId, externalId],
    );
    return row?.id ?? null;
  }

  async point(accountId: string, externalId: string, messageId: string): Promise<void> {
    await this.sql.run(
      `update message_key as k set message_id = $4
        where k.workspace_id = $1 and k.account_id = $2 and k.external_id = $3`,
      [this.workspaceId, accountId, externalId, messageId],
    );
  }

  /** A deletion that came before its message: what arrives later is not shown. */
  async bury(accountId: string, externalId: string, at: Date): Promise<void> {
    await this.sql.run(
      `update message_key as k set deleted_at = coalesce(k.deleted_at, $4)
        where k.workspace_id = $1 and k.account_id = $2 and k.external_id = $3`,
      [this.workspaceId, accountId, externalId, at],
    );
  }

  /** The first of these messages that we have, with its thread. */
  threadOf(
    accountId: string,
    externalIds: readonly string[],
  ): Promise<{ threadId: string; key: string; identityId: string } | null> {
    return this.sql.maybe(
      `select th.id as "threadId", th.key, th.identity_id as "identityId"
         from unnest($3::text[]) with ordinality as asked (external_id, place)
         join message_key as k on k.workspace_id = $1 and k.account_id = $2 and k.external_id = asked.external_id
         join message as m on m.workspace_id = k.workspace_id and m.id = k.message_id
         join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
        where th.account_id = $2
        order by asked.place limit 1`,
      [this.workspaceId, accountId, externalIds],
    );
  }
}
