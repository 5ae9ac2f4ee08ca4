import { isRefusal } from '../refusal.js';
import type { Role } from '../team/role.js';
import { checkPick } from './check-pick.js';

const settings = { leftSeconds: 120, pickFromTop: 3, skipsPerDay: 2 };
const free = { ...settings, pickFromTop: null, skipsPerDay: null };

it.each([
  ['adviser', 0, 9, settings, null],
  ['adviser', 2, 1, settings, null],
  ['adviser', 3, 0, settings, 'pick.too-far'],
  ['adviser', 1, 2, settings, 'pick.skips'],
  ['adviser', 50, 50, free, null],
  ['expert', 3, 0, settings, 'pick.too-far'],
  ['community_manager', 50, 50, settings, null],
  ['team_lead', 50, 50, settings, null],
] as const)('%s passes over %i after %i skips', (role: Role, passedOver, skips, by, refused) => {
  let code: string | null = null;
  try {
    checkPick({ id: 'a', role }, { passedOver, skips }, by);
  } catch (error) {
    code = isRefusal(error) ? error.code : 'fault';
  }
  expect(code).toBe(refused);
});
