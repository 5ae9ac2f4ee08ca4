import { conditionOf, sortedByNeed } from './account-state.js';
import type { AccountView } from '../../../../src/contract/index.js';

const now = Date.parse('2026-03-10T10:00:00Z');
const healthy: AccountView = {
  id: 'a',
  version: 1,
  network: 'mastodon',
  networkName: 'Mastodon',
  externalId: '1',
  name: 'Orizon',
  handle: null,
  brand: null,
  apiBase: 'https://mastodon.example',
  state: 'active',
  stateCode: null,
  stateDetail: null,
  granted: [],
  missing: [],
  expiresAt: null,
  lastEventAt: null,
  lastFetchAt: null,
  fetchError: null,
  delayMs: null,
  usedPercent: null,
  canRefetch: true,
  heldReplies: 0,
  pausedUntil: null,
  hookUrl: null,
};

describe('what is told of an account', () => {
  it.each([
    ['active', {}],
    ['needs-reauth', { state: 'needs-reauth', fetchError: '190' }],
    ['paused', { pausedUntil: '2026-03-10T10:05:00Z', fetchError: '429' }],
    ['active', { pausedUntil: '2026-03-10T09:55:00Z' }],
    ['fetch-failing', { fetchError: 'timeout' }],
    ['expiring', { expiresAt: '2026-03-16T10:00:00Z' }],
    ['active', { expiresAt: '2026-03-18T10:00:00Z' }],
    ['disconnected', { state: 'disconnected', pausedUntil: '2026-03-10T10:05:00Z' }],
  ] as const)('is "%s" for %j', (condition, facts) => {
    expect(conditionOf({ ...healthy, ...facts }, now)).toBe(condition);
  });

  it('begins with what needs a hand and ends with what is put away', () => {
    const accounts: AccountView[] = [
      { ...healthy, id: '1', state: 'disconnected' },
      { ...healthy, id: '2', name: 'Orizon Mobile' },
      { ...healthy, id: '3', fetchError: 'timeout' },
      { ...healthy, id: '4', state: 'restricted' },
      { ...healthy, id: '5', name: 'Orizon Fibre' },
    ];
    expect(sortedByNeed(accounts, now).map(({ id }) => id)).toEqual(['4', '3', '5', '2', '1']);
  });
});
