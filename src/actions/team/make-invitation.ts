import { newId } from '../../platform/ids.js';
import { newScopedToken } from '../../store/team/scoped-token.js';
import type { Work } from '../../store/work.js';

const invitationDays = 7;
const day = 86_400_000;

/** The token of a new invitation; those made earlier for the same person end. */
export async function makeInvitation(tx: Work, agentId: string, now: Date): Promise<string> {
  const token = newScopedToken(tx.workspaceId);
  const expiresAt = new Date(now.getTime() + invitationDays * day);
  await tx.links.endOthers('invitation', agentId);
  await tx.links.add({ id: newId(), purpose: 'invitation', agentId, tokenHash: token.hash, expiresAt });
  return token.text;
}
