import type { TicketRow } from '../../../../../src/contract/index.js';

/** What is asked before an act on a ticket. */
export type Question =
  | { what: 'put-off-late'; row: TicketRow; at: Date; dueAt: string }
  | { what: 'close'; row: TicketRow; thenNext: boolean }
  | { what: 'transfer' | 'assign' | 'put-off' | 'topic' | 'priority' | 'merge' | 'expert'; row: TicketRow };
