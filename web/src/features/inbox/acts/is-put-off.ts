import type { TicketRow } from '../../../../../src/contract/index.js';

/** Does it wait for a date, or for somebody other than the customer? Then it can be taken up again. */
export function isPutOff({ state }: TicketRow): boolean {
  return state === 'snoozed' || state === 'waiting_internal';
}
