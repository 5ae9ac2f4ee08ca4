import { Injectable } from '@nestjs/common';
import { withExpert } from '../../domain/expert/ask-state.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { newScopedToken } from '../../store/team/scoped-token.js';
import type { Work } from '../../store/work.js';
import { Addresses } from '../addresses.js';
import type { Caller } from '../caller.js';
import { mustCoach, openAsk, type OpenAsk } from './open-ask.js';

const linkDays = 7;
const day = 86_400_000;

export interface AskLink {
  /** To be handed to the expert; it is shown this once. */
  url: string;
  expiresAt: string;
}

/**
 * A link by which the expert answers without signing in. Whoever has it answers in the expert's name, so only a coach, or
 * the expert for their own telephone, is given one; the newest ends those before it.
 */
@Injectable()
export class LinkAsk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  run(caller: Caller, askId: string): Promise<AskLink> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { ask } = await openForLink(tx, caller, askId);
      if (!withExpert.includes(ask.state)) throw new Refusal('ask.state', { state: ask.state });
      const token = newScopedToken(tx.workspaceId);
      const expiresAt = new Date(this.clock.now().getTime() + linkDays * day);
      await tx.askLinks.revoke(askId);
      await tx.askLinks.add({ id: newId(), askId, agentId: ask.expertId, tokenHash: token.hash, expiresAt });
      return { url: this.addresses.ask(token.text), expiresAt: expiresAt.toISOString() };
    });
  }

  /** The link, and what was opened with it, are of no more use. */
  revoke(caller: Caller, askId: string): Promise<void> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await openForLink(tx, caller, askId);
      await tx.askLinks.revoke(askId);
    });
  }
}

async function openForLink(tx: Work, caller: Caller, askId: string): Promise<OpenAsk> {
  const opened = await openAsk(tx, askId);
  if (opened.ask.expertId !== caller.id) mustCoach(caller, opened);
  return opened;
}
