import type { AbsenceReason, OpenWork } from '../domain/team/absence.js';
import type { AgentRef, Instant } from './refs.js';

/** When somebody is away, and who does their work meanwhile: new tickets, and what waits for their approval. */
export interface AbsenceView {
  id: string;
  agent: AgentRef;
  from: Instant;
  until: Instant;
  /** Told to themselves and to leads; null to others. */
  reason: AbsenceReason | null;
  /** Null: nobody; what would be theirs goes to whoever is there. */
  standIn: AgentRef | null;
  openWork: OpenWork;
  /** It has begun, and what was to move has moved. */
  begun: boolean;
}
