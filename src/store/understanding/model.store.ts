import type { Model } from '../../domain/understanding/model.js';
import type { Verdict } from '../../domain/understanding/judge.js';
import type { Sql } from '../sql.js';
import { defaultModel, defaultModelBytes, openModel } from './default-model.js';
import type { ModelCache } from './model-cache.js';

export interface NewModel {
  readonly bytes: Buffer;
  readonly lessons: number;
  readonly verdict: Verdict;
  readonly now: Date;
}

/** What a workspace understands texts with: one version runs, those before it can come back. */
export class ModelStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
    private readonly cache: ModelCache,
  ) {}

  /** The one that runs, ready to be asked: another process may have changed it since the last message. */
  async ready(): Promise<Model> {
    const version = await runningVersion(this.sql, this.workspaceId);
    if (version === 0) return defaultModel();
    const known = this.cache.known(this.workspaceId, version);
    if (known) return known;
    const { bytes } = await this.sql.one<{ bytes: Buffer }>(
      'select m.bytes from model as m where m.workspace_id = $1 and m.version = $2',
      [this.workspaceId, version],
    );
    // Most workspaces run what they started with: they share one copy of it.
    const model = bytes.equals(defaultModelBytes()) ? defaultModel() : openModel(bytes);
    this.cache.keep(this.workspaceId, version, model);
    return model;
  }

  /** For a workspace that is new. */
  async addFirst(now: Date): Promise<void> {
    await this.sql.run(
      `insert into model (workspace_id, version, bytes, state, why, lessons, made_at)
       values ($1, 1, $2, 'running', 'shipped', 0, $3) on conflict (workspace_id, version) do nothing`,
      [this.workspaceId, defaultModelBytes(), now],
    );
    await this.sql.run(
      'insert into learning (workspace_id, running) values ($1, 1) on conflict (workspace_id) do nothing',
      [this.workspaceId],
    );
  }

  /** Held against every other change of which one runs; answers the version. */
  async lock(): Promise<number> {
    await this.sql.run('insert into learning (workspace_id) values ($1) on conflict (workspace_id) do nothing', [
      this.workspaceId,
    ]);
    const row = await this.sql.one<{ running: number }>(
      'select l.running from learning as l where l.workspace_id = $1 for update of l',
      [this.workspaceId],
    );
    return row.running;
  }

  /** Kept whatever was decided about it: a candidate that was refused says why. */
  async add({ bytes, lessons, verdict, now }: NewModel): Promise<number> {
    const row = await this.sql.one<{ version: number }>(
      `insert into model (workspace_id, version, bytes, state, why, lessons, judged, made_at)
       select $1, coalesce(max(m.version), 0) + 1, $2, 'refused', $3, $4, $5, $6
         from model as m where m.workspace_id = $1 returning version`,
      [this.workspaceId, bytes, verdict.why, lessons, JSON.stringify(verdict), now],
    );
    return row.version;
  }

  async exists(version: number): Promise<boolean> {
    const row = await this.sql.maybe('select m.version from model as m where m.workspace_id = $1 and m.version = $2', [
      this.workspaceId,
      version,
    ]);
    return row !== null;
  }

  async run(version: number): Promise<void> {
    await this.sql.run(
      `update model as m set state = case when m.version = $2 then 'running' else 'former' end
        where m.workspace_id = $1 and (m.version = $2 or m.state = 'running')`,
      [this.workspaceId, version],
    );
    await this.sql.run('update learning as l set running = $2 where l.workspace_id = $1', [this.workspaceId, version]);
  }

  /** Bytes of candidates that nobody will go back to are let go; what was said of them stays. */
  async forget(keep: number): Promise<void> {
    await this.sql.run(
      `delete from model as m where m.workspace_id = $1 and m.state <> 'running' and m.version <=
         (select max(n.version) from model as n where n.workspace_id = $1) - $2`,
      [this.workspaceId, keep],
    );
  }

  /** True when nobody had asked yet: whoever asks first puts the work in the queue. */
  async askToLearn(dueAt: Date): Promise<boolean> {
    const changed = await this.sql.run(
      `insert into learning as l (workspace_id, due_at) values ($1, $2)
       on conflict (workspace_id) do update set due_at = excluded.due_at where l.due_at is null`,
      [this.workspaceId, dueAt],
    );
    return changed > 0;
  }

  /** Lessons that come from now on ask again. */
  async beginToLearn(): Promise<void> {
    await this.sql.run('update learning as l set due_at = null where l.workspace_id = $1', [this.workspaceId]);
  }
}

async function runningVersion(sql: Sql, workspaceId: number): Promise<number> {
  const row = await sql.maybe<{ running: number }>('select l.running from learning as l where l.workspace_id = $1', [
    workspaceId,
  ]);
  return row?.running ?? 0;
}
