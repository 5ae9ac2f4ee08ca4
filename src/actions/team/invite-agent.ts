import { Injectable } from '@nestjs/common';
import type { InvitedView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { Role } from '../../domain/team/role.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import { Addresses } from '../addresses.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { agentViewIn } from './agent-view-in.js';
import { makeInvitation } from './make-invitation.js';

interface NewAgent {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: readonly string[];
  readonly capacity: number;
}

/** A person joins the team. Relais sends no mail: the administrator hands the link over. */
@Injectable()
export class InviteAgent {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  run(caller: Caller, { email, ...rest }: NewAgent): Promise<InvitedView> {
    mustAllow(caller, 'agents.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const id = newId();
      const added = await tx.agents.add({ ...rest, id, email, locale: 'fr', passwordHash: null });
      if (!added) throw new Refusal('agent.exists', { email });
      await tx.tell({ type: 'team.changed' });
      return this.invite(tx, id);
    });
  }

  /** A new link for somebody who is there already: the first was lost, or the password forgotten. */
  again(caller: Caller, agentId: string): Promise<InvitedView> {
    mustAllow(caller, 'agents.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const agent = await tx.agents.find(agentId);
      if (agent === null || agent.disabledAt !== null) throw new Refusal('not-found', { what: 'agent' });
      return this.invite(tx, agentId);
    });
  }

  private async invite(tx: Work, agentId: string): Promise<InvitedView> {
    const token = await makeInvitation(tx, agentId, this.clock.now());
    return { agent: await agentViewIn(tx, agentId), invitationUrl: this.addresses.invitation(token) };
  }
}
