import type { ModerationRefusal } from './message/moderation.js';

/** Everything Relais may refuse, with the facts its sentence needs. The words are in the console, the status in `http`. */
export interface Refusals {
  'not-found': { what: string };
  'not-allowed': { act: string; because: string };
  'sign-in.wrong': Record<string, never>;
  'sign-in.too-many': { retryAfterSeconds: number };
  'set-up.done': Record<string, never>;
  'link.invalid': Record<string, never>;
  'password.weak': { min: number };
  'password.wrong': Record<string, never>;
  'agent.exists': { email: string };
  'agent.absent': { name: string };
  'absence.invalid': { why: string };
  'agent.last-admin': Record<string, never>;
  'ticket.closed': { closedAt: string };
  'ticket.taken': { by: string };
  'ticket.offered': { by: string };
  'ticket.transition': { from: string; to: string };
  'ticket.stale': { newer: number };
  /** With the ticket as it is now. */
  'ticket.stale-version': { version: number; ticket: object };
  'snooze.past': Record<string, never>;
  'snooze.beyond-target': { dueAt: string };
  'regroup.refused': { because: 'same' | 'closed' | 'too-late' | 'nothing' | 'everything' | 'moved-on' };
  'transfer.note': Record<string, never>;
  'reply.empty': Record<string, never>;
  'reply.too-long': { length: number; max: number };
  'reply.window-closed': { network: string; closedAt: string };
  'reply.no-way': { network: string; space: string };
  'reply.private-used': { at: string };
  'reply.files': { max: number };
  'reply.too-late': { days: number };
  'reply.other-body': Record<string, never>;
  /** Somebody else writes the reply. */
  'pen.held': { by: string; agentId: string; until: string };
  /** With the draft as it stands now. */
  'draft.stale': { draft: object };
  'draft.sent': Record<string, never>;
  'message.state': { state: string };
  'moderation.refused': { because: ModerationRefusal };
  'bulk.undo': { because: 'late' | 'running' };
  'person.join': { because: 'same' | 'nothing' | 'moved-on' };
  'account.refused': { code: string; detail: string };
  'account.exists': { name: string };
  'account.other': { expected: string; got: string };
  'account.fields': { fields: string };
  'account.refetch-date': { days: number };
  'account.no-refetch': { network: string };
  'network.unknown': { network: string };
  'delivery.state': { state: string };
  'file.too-large': { maxBytes: number };
  'sla.stale': { version: number };
  'calendar.invalid': { name: string; why: string };
  'calendar.used': { calendar: string; policy: string };
  'policy.invalid': { name: string; why: string };
  'ical.invalid': { line: number; why: string };
  'routing.stale': { revision: number };
  'routing.invalid': { name: string; why: string };
  'pick.too-far': { top: number };
  'pick.skips': { limit: number };
  'pick.account': Record<string, never>;
  'next.finishing': Record<string, never>;
  'offer.over': { outcome: string };
  'team.used': { team: string; by: string };
  'ask.state': { state: string };
  'ask.no-expert': Record<string, never>;
  'ask.embargo': { word: string; reason: string };
  'ask.consent': Record<string, never>;
  'ask.stale-draft': { revision: number };
  'ask.later': { dueAt: string };
  'expert.invalid': { why: string };
  'approval.state': { state: string };
  /** Somebody changed it since the version that was looked at. */
  'approval.stale': { version: number };
  'approval.not-yours': { because: 'own' | 'already' | 'not-approver' | 'not-author' };
  'approval.held': Record<string, never>;
  'approval.rules-stale': { revision: number };
  'approval.invalid': { name: string; why: string };
}
export type RefusalCode = keyof Refusals;

/** A normal "no": answered with its code and facts, never logged as an error. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: C,
    readonly details: Refusals[C],
  ) {
    super(code);
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
