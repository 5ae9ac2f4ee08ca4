export * from './account-sight.js';
export * from './account-views.js';
export * from './bulk-views.js';
export * from './clock-views.js';
export * from './conversation-screen.js';
export * from './cursor.js';
export * from './history-views.js';
export * from './live-event.js';
export * from './refs.js';
export * from './sla-views.js';
export * from './person-views.js';
export * from './team-views.js';
export * from './ticket-list.js';
export * from './views.js';
export {
  charterReasons,
  moderationActs,
  actNeeded,
  moderationRefusal,
  type CharterReason,
  type ModerationAct,
} from '../domain/message/moderation.js';
export { textLength } from '../domain/message/text-length.js';
export { clockKinds } from '../domain/sla/clock-kind.js';
export { holidayPresets, type HolidayPreset } from '../domain/sla/french-holidays.js';
export { ladderActs, type LadderAct } from '../domain/sla/policy.js';
export { isRefusal, Refusal, type RefusalCode } from '../domain/refusal.js';
export { may, type Act, type Actor, type TicketScope } from '../domain/team/policy.js';
export { availabilities, lanes, roles, type Availability, type Lane, type Role } from '../domain/team/role.js';
export { bulkActNames, type BulkAct } from '../domain/ticket/bulk.js';
export { waitedFor, type WaitedFor } from '../domain/ticket/put-off.js';
export { outcomes, ticketStates, type Outcome, type TicketState } from '../domain/ticket/ticket-state.js';
