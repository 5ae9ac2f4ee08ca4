import type { Hours } from '../../domain/routing/on-shift.js';
import type { Reach } from '../../domain/team/reach.js';
import type { Availability, Role } from '../../domain/team/role.js';
import type { Sql } from '../sql.js';

export interface Agent {
  readonly workspaceId: number;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: 'fr' | 'en';
  readonly availability: Availability;
  readonly passwordHash: string | null;
  readonly disabledAt: Date | null;
}

interface Work extends Hours {
  /** Levels by the name of the skill. */
  readonly skills: Readonly<Record<string, number>>;
  readonly reach: Reach;
}

/** `g` is the agent. */
export const reachOf = `jsonb_build_object('networks', '[]'::jsonb, 'accounts', '[]'::jsonb, 'brands', '[]'::jsonb) || g.reach`;

const fields = `g.workspace_id as "workspaceId", g.id, g.email, g.name, g.role, g.locale, g.availability,
  g.password_hash as "passwordHash", g.disabled_at as "disabledAt"`;

/** Whoever signs in tells an address only; the workspace is found with them. */
export function agentsByEmail(sql: Sql, email: string): Promise<Agent[]> {
  return sql.many<Agent>(`select ${fields} from agent as g where lower(g.email) = lower($1) order by g.workspace_id`, [
    email,
  ]);
}

export class AgentStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  find(id: string): Promise<Agent | null> {
    return this.sql.maybe<Agent>(`select ${fields} from agent as g where g.workspace_id = $1 and g.id = $2`, [
      this.workspaceId,
      id,
    ]);
  }

  /** False when somebody has this address already. */
  async add(agent: {
    id: string;
    email: string;
    name: string;
    role: Role;
    locale: 'fr' | 'en';
    languages: readonly string[];
    capacity: number;
    passwordHash: string | null;
  }): Promise<boolean> {
    const touched = await this.sql.run(
      `insert into agent (workspace_id, id, email, name, role, locale, languages, capacity, password_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (workspace_id, lower(email)) do nothing`,
      [
        this.workspaceId,
        agent.id,
        agent.email,
        agent.name,
        agent.role,
        agent.locale,
        agent.languages,
        agent.capacity,
        agent.passwordHash,
      ],
    );
    return touched === 1;
  }

  async change(
    id: string,
    change: {
      role?: Role | undefined;
      languages?: readonly string[] | undefined;
      capacity?: number | undefined;
      inTraining?: boolean | undefined;
      disabled?: boolean | undefined;
      availability?: Availability | undefined;
      locale?: 'fr' | 'en' | undefined;
      passwordHash?: string | undefined;
    },
  ): Promise<void> {
    await this.sql.run(
      `update agent as g set role = coalesce($3, g.role), languages = coalesce($4, g.languages),
              capacity = coalesce($5, g.capacity), availability = coalesce($6, g.availability),
              locale = coalesce($7, g.locale), password_hash = coalesce($8, g.password_hash),
              in_training = coalesce($10, g.in_training),
              disabled_at = case when $9::boolean is null then g.disabled_at when $9 then coalesce(g.disabled_at, now()) end
        where g.workspace_id = $1 and g.id = $2`,
      [
        this.workspaceId,
        id,
        change.role ?? null,
        change.languages ?? null,
        change.capacity ?? null,
        change.availability ?? null,
        change.locale ?? null,
        change.passwordHash ?? null,
        change.disabled ?? null,
        change.inTraining ?? null,
      ],
    );
  }

  /** What somebody can do, when, and for which accounts. */
  async setWork(id: string, work: Work): Promise<void> {
    await this.sql.run(
      `update agent as g set skills = $3, shift_id = $4, on_call_id = $5, reach = $6
        where g.workspace_id = $1 and g.id = $2`,
      [this.workspaceId, id, JSON.stringify(work.skills), work.shiftId, work.onCallId, JSON.stringify(work.reach)],
    );
  }

  /** From offline to available; false when they had said how they are. */
  async comeOnline(id: string): Promise<boolean> {
    const touched = await this.sql.run(
      `update agent as g set availability = 'available'
        where g.workspace_id = $1 and g.id = $2 and g.availability = 'offline'`,
      [this.workspaceId, id],
    );
    return touched === 1;
  }

  /** Who has signed out everywhere is not at work any more. */
  async goOffline(id: string): Promise<void> {
    await this.sql.run(
      `update agent as g set availability = 'offline' where g.workspace_id = $1 and g.id = $2
          and not exists (select 1 from session as s where s.workspace_id = g.workspace_id and s.agent_id = g.id
            and s.expires_at > now())`,
      [this.workspaceId, id],
    );
  }

  /** The tickets in this agent's hands that are not closed. */
  async openTickets(id: string): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      `select t.id from ticket as t where t.workspace_id = $1 and t.owner_id = $2 and t.state <> 'closed' order by t.id`,
      [this.workspaceId, id],
    );
    return rows.map((row) => row.id);
  }

  /** Administrators who can still sign in; held, so that two of them cannot remove each other at once. */
  async activeAdmins(): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      `select g.id from agent as g where g.workspace_id = $1 and g.role = 'admin' and g.disabled_at is null
          and g.password_hash is not null
        order by g.id for no key update of g`,
      [this.workspaceId],
    );
    return rows.map(({ id }) => id);
  }
}
