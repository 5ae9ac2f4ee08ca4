import type { Lane } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import type { Sql } from '../../src/store/sql.js';
import type { TestRelais } from './relais.js';

export interface GivenTicket {
  readonly ticketId: string;
  readonly threadId: string;
  readonly accountId: string;
  /** What the customer wrote. */
  readonly messageId: string;
  /** A reply of ours that failed. */
  readonly failedId: string;
}

/** A ticket with everything that belongs to it, put straight into the tables: no network has a part in it. */
export function givenTicket(relais: TestRelais, lane: Lane, workspaceId?: number): Promise<GivenTicket> {
  return relais.db.everywhere(async (sql) => {
    const into = workspaceId ?? relais.running.workspaceId;
    const accountId = await someAccount(sql, into);
    const [person, identity, threadId, ticketId] = [newId(), newId(), newId(), newId()];
    await sql.run('insert into person (workspace_id, id, name) values ($1, $2, $3)', [into, person, 'Someone']);
    await sql.run(
      `insert into identity (workspace_id, id, person_id, network, scope, external_id, name, seen_at)
       values ($1, $2, $3, 'mastodon', '', $4, 'Someone', now())`,
      [into, identity, person, identity],
    );
    await sql.run(
      `insert into ticket (workspace_id, id, lane, lane_rule, person_id, identity_id, account_id, space, message_kind,
         urgent_at, last_activity_at) values ($1, $2, $3, 'test', $4, $5, $6, 'public', 'comment', now(), now())`,
      [into, ticketId, lane, person, identity, accountId],
    );
    await sql.run(
      `insert into thread (workspace_id, id, account_id, key, space, identity_id, ticket_id, last_inbound_at, last_inbound_id)
       values ($1, $2, $3, $4, 'public', $5, $6, now(), '1')`,
      [into, threadId, accountId, threadId, identity, ticketId],
    );
    await sql.run('insert into ticket_thread (workspace_id, ticket_id, thread_id, open) values ($1, $2, $3, true)', [
      into,
      ticketId,
      threadId,
    ]);
    const about = { into, threadId, ticketId, identity };
    const messageId = await addMessage(sql, { ...about, direction: 'in', state: 'received' });
    const failedId = await addMessage(sql, { ...about, direction: 'out', state: 'failed' });
    return { ticketId, threadId, accountId, messageId, failedId };
  });
}

interface GivenMessage {
  readonly into: number;
  readonly threadId: string;
  readonly ticketId: string;
  readonly identity: string;
  readonly direction: 'in' | 'out';
  readonly state: string;
}

async function addMessage(sql: Sql, message: GivenMessage): Promise<string> {
  const id = newId();
  await sql.run(
    `insert into message (workspace_id, id, thread_id, ticket_id, direction, kind, text, at, state, identity_id)
     values ($1, $2, $3, $4, $5, 'comment', 'Good morning', now(), $6, $7)`,
    [
      message.into,
      id,
      message.threadId,
      message.ticketId,
      message.direction,
      message.state,
      message.direction === 'in' ? message.identity : null,
    ],
  );
  return id;
}

async function someAccount(sql: Sql, workspaceId: number): Promise<string> {
  const [app, account] = [newId(), newId()];
  await sql.run(
    `insert into app (workspace_id, id, family, key, settings_sealed) values ($1, $2, 'mastodon', $3, '')`,
    [workspaceId, app, app],
  );
  await sql.run(
    `insert into account (workspace_id, id, app_id, network, external_id, name, api_base, settings_sealed)
     values ($1, $2, $3, 'mastodon', $4, 'Northline', 'https://social.example', '')`,
    [workspaceId, account, app, account],
  );
  return account;
}
