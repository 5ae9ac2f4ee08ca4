import { Injectable } from '@nestjs/common';
import { Database } from '../../store/database.js';
import { ownerOfToken } from '../../store/team/session.store.js';
import type { Caller } from '../caller.js';

/** Who asks, by the token that came with the request. Looked up each time: what was revoked is refused at once. */
@Injectable()
export class RecogniseSession {
  constructor(private readonly db: Database) {}

  async run(token: string): Promise<Caller | null> {
    const owner = await this.db.read((sql) => ownerOfToken(sql, token));
    if (!owner) return null;
    const { workspaceId, sessionId, agentId: id, name, role } = owner;
    if (owner.stale) await this.db.transaction(workspaceId, (tx) => tx.sessions.seen(sessionId));
    return { workspaceId, sessionId, id, name, role };
  }
}
