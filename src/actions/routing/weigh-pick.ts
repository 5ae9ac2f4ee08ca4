import { checkPick } from '../../domain/routing/check-pick.js';
import { lanesGivenTo, misfit, type Candidate } from '../../domain/routing/choose-agent.js';
import { Refusal } from '../../domain/refusal.js';
import { reaches } from '../../domain/team/reach.js';
import type { Picked } from '../../store/routing/pick.store.js';
import type { Unowned } from '../../store/routing/assignment.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { candidatesNow, wantedNow } from './candidates-now.js';

/** Further down nobody looks. */
const mostLooked = 200;

/**
 * How many tickets that press more somebody passes over by taking this one, which nobody has; null for those whose work is
 * not handed to them. Refused when it is too many, or too often; or when they do not work on that account.
 */
export async function weighPick(
  tx: Work,
  caller: Caller,
  { id, now }: { id: string; now: Date },
): Promise<number | null> {
  const lanes = lanesGivenTo(caller.role);
  if (lanes.length === 0) return null;
  const [agent] = await candidatesNow(tx, now, caller.id);
  if (!agent) return null;
  const picked = await tx.picks.target(id, caller.id);
  if (!reaches(agent.reach, picked)) throw new Refusal('pick.account', {});
  // Who knows the person has reason enough.
  if (picked.knows) return 0;
  const { languages, teams } = agent;
  const lot = await tx.assignments.unowned({ lanes, languages, teams, pulled: true, after: null, limit: mostLooked });
  const passedOver = lot.filter((one) => pressesMore(one, picked) && couldHave(agent, one, now)).length;
  const skips = passedOver === 0 ? 0 : await tx.picks.skips(caller.id);
  checkPick(caller, { passedOver, skips }, await tx.routing.settings());
  return passedOver;
}

function pressesMore(one: Unowned, { id, urgentAt }: Picked): boolean {
  return one.id !== id && one.urgentAt < urgentAt;
}

/** Whether or not they have room now: a full hand is no licence to choose. */
function couldHave(agent: Candidate, unowned: Unowned, now: Date): boolean {
  const refused = [...unowned.gaveBack, ...unowned.declined].includes(agent.id);
  return !refused && misfit({ ...agent, load: 0 }, wantedNow(unowned, { now, away: [] })) === null;
}

/** Is a ticket one that can be picked: nobody has it, and nobody is being offered it? */
export function isFreeToPick({ ownerId, offeredTo }: Ticket): boolean {
  return ownerId === null && offeredTo === null;
}
