import type { Sql } from '../sql.js';

/** Somebody has gone to a network to agree there; what is needed when they come back, sealed. */
export interface Connecting {
  readonly stateHash: string;
  readonly agentId: string;
  readonly network: string;
  readonly apiBase: string;
  readonly sealed: string;
}

/** Long enough to sign in there, and to find the second factor. */
const minutes = 15;

export class ConnectingStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** Those who never came back are forgotten on this occasion. */
  async add(one: Connecting): Promise<void> {
    await this.sql.run('delete from connecting as c where c.workspace_id = $1 and c.expires_at < now()', [
      this.workspaceId,
    ]);
    await this.sql.run(
      `insert into connecting (workspace_id, state_hash, agent_id, network, api_base, sealed, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7))`,
      [this.workspaceId, one.stateHash, one.agentId, one.network, one.apiBase, one.sealed, minutes],
    );
  }

  /** Once: who comes back a second time with the same state finds nothing. */
  take(stateHash: string, agentId: string): Promise<Pick<Connecting, 'network' | 'apiBase' | 'sealed'> | null> {
    return this.sql.maybe(
      `delete from connecting as c
        where c.workspace_id = $1 and c.state_hash = $2 and c.agent_id = $3 and c.expires_at > now()
       returning c.network, c.api_base as "apiBase", c.sealed`,
      [this.workspaceId, stateHash, agentId],
    );
  }
}
