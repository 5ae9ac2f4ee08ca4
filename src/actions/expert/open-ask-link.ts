import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import { ownerOfAskSession } from '../../store/expert/ask-link.store.js';
import { newScopedToken, readScopedToken } from '../../store/team/scoped-token.js';
import type { Client } from '../team/client.js';
import type { Answerer } from './answerer.js';

/** Somebody who came by a link, and for which question. */
export interface LinkedAnswerer extends Answerer {
  readonly askId: string;
}

/** A link opens once, on one device, which keeps what it was given. */
@Injectable()
export class OpenAskLink {
  constructor(private readonly db: Database) {}

  async run(token: string, client: Client): Promise<{ readonly askId: string; readonly session: string }> {
    const asked = readScopedToken(token);
    if (!asked) throw new Refusal('link.invalid', {});
    return this.db.transaction(asked.workspaceId, async (tx) => {
      const session = newScopedToken(tx.workspaceId);
      const by = { sessionHash: session.hash, client: client.name.slice(0, 200) };
      const opened = await tx.askLinks.open(asked.hash, by);
      if (!opened) throw new Refusal('link.invalid', {});
      return { askId: opened.askId, session: session.text };
    });
  }

  /** Who asks, by what the device was given. Looked up each time: what was revoked is refused at once. */
  async recognise(session: string): Promise<LinkedAnswerer | null> {
    const owner = await this.db.read((sql) => ownerOfAskSession(sql, session));
    return owner && { workspaceId: owner.workspaceId, id: owner.agentId, name: owner.name, askId: owner.askId };
  }
}
