export * from './account-sight.js';
export * from './account-views.js';
export * from './conversation-screen.js';
export * from './cursor.js';
export * from './live-event.js';
export * from './team-views.js';
export * from './ticket-list.js';
export * from './views.js';
export {
  charterReasons,
  moderationActs,
  type CharterReason,
  type ModerationAct,
  type ModerationState,
} from '../domain/message/moderation.js';
export type { MessageState } from '../domain/message/message-state.js';
export { textLength, type TextUnit } from '../domain/message/text-length.js';
export { isRefusal, Refusal, type RefusalCode, type Refusals } from '../domain/refusal.js';
export { may, type Act, type Actor, type TicketScope, type Verdict } from '../domain/team/policy.js';
export { availabilities, lanes, roles, type Availability, type Lane, type Role } from '../domain/team/role.js';
export { waitedFor, type WaitedFor } from '../domain/ticket/put-off.js';
export { outcomes, ticketStates, type Outcome, type TicketState } from '../domain/ticket/ticket-state.js';
