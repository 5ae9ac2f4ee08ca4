import type { Lane, LiveEvent, Role, TicketRow } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import type { Database } from '../../src/store/database.js';
import type { Sql } from '../../src/store/sql.js';
import { newScopedToken } from '../../src/store/team/scoped-token.js';

export interface SignedIn {
  readonly workspaceId: number;
  readonly agentId: string;
  readonly sessionId: string;
  readonly token: string;
}

export function openWorkspace(db: Database): Promise<number> {
  return db.everywhere(async (sql) => {
    const row = await sql.one<{ id: number }>('insert into workspace (name, epoch) values ($1, $2) returning id', [
      'Test',
      newId(),
    ]);
    return row.id;
  });
}

/** An agent of this role with an open session. */
export async function signIn(db: Database, workspaceId: number, role: Role): Promise<SignedIn> {
  const [agentId, sessionId] = [newId(), newId()];
  const token = newScopedToken(workspaceId);
  await db.transaction(workspaceId, async (tx) => {
    await tx.sql.run('insert into agent (workspace_id, id, email, name, role) values ($1, $2, $3, $4, $5)', [
      workspaceId,
      agentId,
      `${agentId}@relais.example`,
      `${role} ${agentId.slice(-4)}`,
      role,
    ]);
    await tx.sql.run(
      `insert into session (workspace_id, id, agent_id, token_hash, client, address, expires_at)
       values ($1, $2, $3, $4, 'test', '127.0.0.1', now() + interval '1 day')`,
      [workspaceId, sessionId, agentId, token.hash],
    );
  });
  return { workspaceId, agentId, sessionId, token: token.text };
}

/** As much of a ticket as sight needs. */
export function openTicket(db: Database, workspaceId: number, lane: Lane): Promise<string> {
  return db.everywhere(async (sql) => {
    const [ticketId, account] = [newId(), await someAccount(sql, workspaceId)];
    const person = newId();
    await sql.run('insert into person (workspace_id, id, name) values ($1, $2, $3)', [workspaceId, person, 'Someone']);
    await sql.run(
      `insert into ticket (workspace_id, id, lane, lane_rule, person_id, identity_id, account_id, space, message_kind,
         urgent_at, last_activity_at)
       values ($1, $2, $3, 'test', $4, $4, $5, 'public', 'comment', now(), now())`,
      [workspaceId, ticketId, lane, person, account],
    );
    return ticketId;
  });
}

async function someAccount(sql: Sql, workspaceId: number): Promise<string> {
  const [app, account] = [newId(), newId()];
  await sql.run(`insert into app (workspace_id, id, family, key, settings_sealed) values ($1, $2, 'test', $3, '')`, [
    workspaceId,
    app,
    app,
  ]);
  await sql.run(
    `insert into account (workspace_id, id, app_id, network, external_id, name, api_base, settings_sealed)
     values ($1, $2, $3, 'test', $4, 'Test', 'https://test.example', '')`,
    [workspaceId, account, app, account],
  );
  return account;
}

/** The least telling event there is: it carries a number and nothing else. */
export function numbered(ticketId: string, number: number): LiveEvent {
  return { type: 'message.gone', ticketId, messageId: String(number) };
}

export function numberOf(event: LiveEvent): number {
  return event.type === 'message.gone' ? Number(event.messageId) : Number.NaN;
}

type TicketChanged = Extract<LiveEvent, { type: 'ticket.changed' }>;

/** A ticket's change, as far as sight looks at it. */
export function changedTicket(
  id: string,
  now: { lane: Lane; ownerId: string | null; version: number },
  was: TicketChanged['was'],
): TicketChanged {
  const at = '2026-11-22T10:00:00.000Z';
  const ticket: TicketRow = {
    id,
    number: 1,
    version: now.version,
    state: 'open',
    outcome: null,
    lane: now.lane,
    topic: null,
    language: null,
    priority: 3,
    urgency: 'normal',
    sentiment: 'neutral',
    person: {
      id: 'p',
      name: 'Someone',
      handle: null,
      avatarUrl: null,
      profileUrl: null,
      followers: null,
      vip: false,
    },
    account: { id: 'a', network: 'test', name: 'Test' },
    space: 'public',
    messageKind: 'comment',
    preview: '',
    unanswered: 0,
    owner: now.ownerId === null ? null : { id: now.ownerId, name: 'Owner' },
    dueAt: null,
    dueKind: null,
    windowAt: null,
    waitingSince: null,
    urgentAt: at,
    lastActivityAt: at,
    createdAt: at,
    closedAt: null,
    snoozedUntil: null,
    waitingFor: null,
    troubledSends: 0,
    drafters: [],
    approval: null,
    approverIds: [],
  };
  const why = {
    topic: { id: null, confidence: 0, words: [] },
    lane: { lane: now.lane, rule: 'test', decidedBy: [], team: null, tags: [], skills: [], held: false, trayAt: null },
    assignment: null,
  };
  return { type: 'ticket.changed', ticket, why, clocks: [], links: [], was, cause: 'transferred', actorId: null };
}
