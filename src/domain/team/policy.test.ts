import { may, rights, type Act } from './policy.js';
import { roles, type Lane, type Role } from './role.js';

const ticket = (lane: Lane, ownerId: string | null = null) => ({ lane, ownerId });
const actor = (role: Role) => ({ id: 'me', role });

it.each<[Role, Lane, boolean]>([
  ['adviser', 'care', true],
  ['adviser', 'community', false],
  ['adviser', 'expert', false],
  ['expert', 'expert', true],
  ['expert', 'care', false],
  ['community_manager', 'care', true],
  ['community_manager', 'community', true],
  ['team_lead', 'expert', true],
  ['admin', 'community', true],
])('%s sees tickets of %s: %s', (role, lane, sees) => {
  expect(may(actor(role), 'ticket.see', ticket(lane)).ok).toBe(sees);
});

it('lets everybody see what is in their own hands', () => {
  for (const role of roles) expect(may(actor(role), 'ticket.reply', ticket('expert', 'me')).ok).toBe(true);
});

it('lets only administrators touch accounts, people and deliveries', () => {
  const acts: Act[] = ['accounts.manage', 'agents.manage', 'deliveries.see', 'deliveries.replay'];
  for (const act of acts) expect(rights[act]).toEqual(['admin']);
});

it('says whether it is the role or the lane', () => {
  expect(may(actor('adviser'), 'accounts.manage')).toEqual({ ok: false, because: 'role' });
  expect(may(actor('adviser'), 'ticket.see', ticket('expert'))).toEqual({ ok: false, because: 'not-in-your-lanes' });
});
