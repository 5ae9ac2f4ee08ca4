import type { Lane } from '../../domain/team/role.js';
import type { Sql } from '../sql.js';

export interface NewTopic {
  readonly id: string;
  readonly lane: Lane;
  readonly name: { readonly en: string; readonly fr: string };
  readonly words: readonly string[];
}

/** One start at a time: two that begin together must not both find nothing and make two workspaces. */
export async function oneStartAtATime(sql: Sql): Promise<void> {
  await sql.run('lock table workspace in share row exclusive mode');
}

/** The workspace of this installation; null before the first start. */
export async function firstWorkspace(sql: Sql): Promise<number | null> {
  const row = await sql.maybe<{ id: number }>('select w.id from workspace as w order by w.id limit 1');
  return row?.id ?? null;
}

export async function addWorkspace(
  sql: Sql,
  workspace: { readonly name: string; readonly epoch: string; readonly demo: boolean },
): Promise<number> {
  const { id } = await sql.one<{ id: number }>(
    'insert into workspace as w (name, epoch, demo) values ($1, $2, $3) returning w.id',
    [workspace.name, workspace.epoch, workspace.demo],
  );
  return id;
}

export class WorkspaceStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** Held until the transaction ends: what may happen only once in a workspace goes through this lock. */
  async lock(): Promise<void> {
    await this.sql.one('select w.id from workspace as w where w.id = $1 for no key update of w', [this.workspaceId]);
  }

  async hasAgents(): Promise<boolean> {
    const row = await this.sql.one<{ has: boolean }>(
      'select exists (select 1 from agent as g where g.workspace_id = $1) as has',
      [this.workspaceId],
    );
    return row.has;
  }

  async rename(name: string): Promise<void> {
    await this.sql.run('update workspace as w set name = $2 where w.id = $1', [this.workspaceId, name]);
  }

  async addTopics(topics: readonly NewTopic[]): Promise<void> {
    for (const [position, { id, lane, name, words }] of topics.entries()) {
      await this.sql.run(
        `insert into topic (workspace_id, id, lane, name_en, name_fr, words, position)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (workspace_id, id) do nothing`,
        [this.workspaceId, id, lane, name.en, name.fr, words, position],
      );
    }
  }

  /** The brand of this name, made when there is none. */
  async brand(name: string, newId: string): Promise<string> {
    const row = await this.sql.one<{ id: string }>(
      `insert into brand as b (workspace_id, id, name) values ($1, $2, $3)
       on conflict (workspace_id, name) do update set name = excluded.name returning b.id`,
      [this.workspaceId, newId, name],
    );
    return row.id;
  }
}
