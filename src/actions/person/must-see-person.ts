import { Refusal } from '../../domain/refusal.js';
import { seesTicketSql } from '../../store/team/sight.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** Only who sees one of a person's tickets may change what is known of them. */
export async function mustSeePerson(tx: Pick<Work, 'personJoins'>, caller: Caller, personId: string): Promise<void> {
  mustAllow(caller, 'persons.change');
  const who = { sees: seesTicketSql(caller.role), agentId: caller.id };
  if (!(await tx.personJoins.inSight(personId, who))) throw new Refusal('not-found', { what: 'person' });
}
