import { Injectable } from '@nestjs/common';
import type { ExpertView } from '../../contract/index.js';
import { checkExpert, type ExpertProfile } from '../../domain/expert/expert.js';
import { Refusal } from '../../domain/refusal.js';
import { may } from '../../domain/team/policy.js';
import { Database } from '../../store/database.js';
import { expertViews } from '../../store/expert/expert.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

interface Registration {
  readonly agentId: string;
  readonly profile: ExpertProfile;
  /** To be named in public: only theirs to give and to take back. */
  readonly consent: boolean | null;
}

/** Who can be asked what. Experts keep their own page; how far they are trusted is a coach's word. */
@Injectable()
export class SaveExpert {
  constructor(private readonly db: Database) {}

  run(caller: Caller, { agentId, profile, consent }: Registration): Promise<ExpertView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const isSelf = caller.id === agentId;
      const manages = may(caller, 'experts.manage').ok;
      const known = await tx.experts.find(agentId);
      if (!manages && !(isSelf && known)) mustAllow(caller, 'experts.manage');
      await mustBeThere(tx, agentId);
      checkExpert(profile);
      const { autonomy } = manages && !isSelf ? profile : (known ?? { autonomy: 'reviewed' as const });
      await tx.experts.save(agentId, { ...profile, signature: profile.signature.trim(), autonomy });
      if (isSelf && consent !== null) await tx.experts.consent(agentId, consent);
      await tx.tell({ type: 'team.changed' });
      const [view] = await expertViews(tx.sql, tx.workspaceId, agentId);
      if (!view) throw new Refusal('not-found', { what: 'expert' });
      return view;
    });
  }
}

async function mustBeThere(tx: Work, agentId: string): Promise<void> {
  const agent = await tx.agents.find(agentId);
  if (!agent || agent.disabledAt) throw new Refusal('not-found', { what: 'agent' });
}
