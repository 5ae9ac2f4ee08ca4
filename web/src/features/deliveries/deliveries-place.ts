import type { DeadState } from '../../api/deliveries.js';

export interface DeliveriesSearch {
  state?: DeadState;
}

export function deliveriesSearch(search: Record<string, unknown>): DeliveriesSearch {
  return search['state'] === 'set-aside' ? { state: 'set-aside' } : {};
}
