export * from './absence-views.js';
export * from './account-sight.js';
export * from './account-views.js';
export * from './approval-list.js';
export * from './approval-screen.js';
export * from './approval-views.js';
export * from './ask-screen.js';
export * from './ask-sight.js';
export * from './bulk-views.js';
export * from './clock-views.js';
export * from './conversation-screen.js';
export * from './cursor.js';
export * from './draft-screen.js';
export * from './draft-views.js';
export * from './expert-views.js';
export * from './history-views.js';
export * from './live-event.js';
export * from './refs.js';
export * from './sla-views.js';
export * from './offer-screen.js';
export * from './offer-views.js';
export * from './person-views.js';
export * from './routing-views.js';
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
export type { ApprovalRule } from '../domain/approval/approval-rule.js';
export { askModes, awaitedStates, withExpert, type AskMode } from '../domain/expert/ask-state.js';
export { autonomies, signed, type Autonomy } from '../domain/expert/expert.js';
export { wordDiff } from '../domain/expert/word-diff.js';
export { draftModes, seesDraft, type DraftMode } from '../domain/message/draft.js';
export { textLength } from '../domain/message/text-length.js';
export type { OpenRange, SpecialDay, WeekRange } from '../domain/sla/calendar.js';
export { clockKinds, targetNames, type TargetName } from '../domain/sla/clock-kind.js';
export { always, defaultLadder } from '../domain/sla/default-policy.js';
export { holidayPresets, type HolidayPreset } from '../domain/sla/french-holidays.js';
export { ladderActs, type LadderAct } from '../domain/sla/policy.js';
export { anyMessage } from '../domain/routing/any-message.js';
export { ruleModes, scoreNeeded, type RuleMode } from '../domain/routing/rule.js';
export { teamModes, type TeamMode } from '../domain/routing/team.js';
export { messageKinds, type MessageKind } from '../domain/message/inbound-event.js';
export { isRefusal, Refusal, type RefusalCode } from '../domain/refusal.js';
export { may, type Act, type Actor, type TicketScope } from '../domain/team/policy.js';
export { absenceReasons, openWorks, type AbsenceReason, type OpenWork } from '../domain/team/absence.js';
export { everywhere } from '../domain/team/reach.js';
export { availabilities, lanes, roles, type Availability, type Lane, type Role } from '../domain/team/role.js';
export { bulkActNames, type BulkAct } from '../domain/ticket/bulk.js';
export { waitedFor, type WaitedFor } from '../domain/ticket/put-off.js';
export { outcomes, ticketStates, type Outcome, type TicketState } from '../domain/ticket/ticket-state.js';
