import { Injectable } from '@nestjs/common';
import { sessionToken } from '../platform/session-token.js';
import { Turnstile } from '../platform/turnstile.js';
import { Database } from '../store/database.js';
import { ownerOfToken } from '../store/team/session.store.js';
import type { Viewer } from './screen.js';
import type { LiveSocket } from './words.js';

/** Lets in who has a session: by its cookie, or by its token where there are no cookies. */
@Injectable()
export class Doorkeeper {
  /** After a restart everybody knocks together; requests are to find a free connection all the same. */
  private readonly turnstile = new Turnstile(4);

  constructor(private readonly db: Database) {}

  async viewerOf({ auth, headers }: Pick<LiveSocket['handshake'], 'auth' | 'headers'>): Promise<Viewer | null> {
    const told: unknown = auth['token'];
    const token = typeof told === 'string' ? told : sessionToken(headers)?.token;
    if (token === undefined) return null;
    const owner = await this.turnstile.pass(() => this.db.read((sql) => ownerOfToken(sql, token)));
    if (!owner) return null;
    const { workspaceId, sessionId, agentId: id, role } = owner;
    return { workspaceId, sessionId, id, role };
  }
}
