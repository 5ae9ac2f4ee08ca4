import type { RefusalCode } from '../../../src/contract/index.js';
import type { PhraseKey } from './phrases.js';
import type { Values, Words } from './words.js';

/** Codes that are not the product's refusals but the way's: nothing was decided, or nobody was asked. */
export type WayCode = 'validation' | 'session.none' | 'internal' | 'busy' | 'no-answer' | 'offline';
export type ErrorCode = RefusalCode | WayCode;

/** Exhaustive by type: a code that the server gains does not compile until it has its sentence. */
const sentences: { readonly [Code in ErrorCode]: `refusal.${Code}` & PhraseKey } = {
  'not-found': 'refusal.not-found',
  'not-allowed': 'refusal.not-allowed',
  'sign-in.wrong': 'refusal.sign-in.wrong',
  'sign-in.too-many': 'refusal.sign-in.too-many',
  'set-up.done': 'refusal.set-up.done',
  'link.invalid': 'refusal.link.invalid',
  'password.weak': 'refusal.password.weak',
  'password.wrong': 'refusal.password.wrong',
  'agent.exists': 'refusal.agent.exists',
  'agent.absent': 'refusal.agent.absent',
  'absence.invalid': 'refusal.absence.invalid',
  'agent.last-admin': 'refusal.agent.last-admin',
  'ticket.closed': 'refusal.ticket.closed',
  'ticket.taken': 'refusal.ticket.taken',
  'ticket.offered': 'refusal.ticket.offered',
  'ticket.transition': 'refusal.ticket.transition',
  'ticket.stale': 'refusal.ticket.stale',
  'ticket.stale-version': 'refusal.ticket.stale-version',
  'snooze.past': 'refusal.snooze.past',
  'snooze.beyond-target': 'refusal.snooze.beyond-target',
  'regroup.refused': 'refusal.regroup.refused',
  'transfer.note': 'refusal.transfer.note',
  'reply.empty': 'refusal.reply.empty',
  'reply.too-long': 'refusal.reply.too-long',
  'reply.window-closed': 'refusal.reply.window-closed',
  'reply.no-way': 'refusal.reply.no-way',
  'reply.private-used': 'refusal.reply.private-used',
  'reply.files': 'refusal.reply.files',
  'reply.too-late': 'refusal.reply.too-late',
  'reply.other-body': 'refusal.reply.other-body',
  'pen.held': 'refusal.pen.held',
  'draft.stale': 'refusal.draft.stale',
  'draft.sent': 'refusal.draft.sent',
  'message.state': 'refusal.message.state',
  'moderation.refused': 'refusal.moderation.refused',
  'bulk.undo': 'refusal.bulk.undo',
  'person.join': 'refusal.person.join',
  'account.refused': 'refusal.account.refused',
  'account.exists': 'refusal.account.exists',
  'account.other': 'refusal.account.other',
  'account.fields': 'refusal.account.fields',
  'account.refetch-date': 'refusal.account.refetch-date',
  'account.no-refetch': 'refusal.account.no-refetch',
  'network.unknown': 'refusal.network.unknown',
  'delivery.state': 'refusal.delivery.state',
  'file.too-large': 'refusal.file.too-large',
  'sla.stale': 'refusal.sla.stale',
  'calendar.invalid': 'refusal.calendar.invalid',
  'calendar.used': 'refusal.calendar.used',
  'policy.invalid': 'refusal.policy.invalid',
  'ical.invalid': 'refusal.ical.invalid',
  'routing.stale': 'refusal.routing.stale',
  'routing.invalid': 'refusal.routing.invalid',
  'pick.too-far': 'refusal.pick.too-far',
  'pick.skips': 'refusal.pick.skips',
  'pick.account': 'refusal.pick.account',
  'next.finishing': 'refusal.next.finishing',
  'offer.over': 'refusal.offer.over',
  'team.used': 'refusal.team.used',
  'ask.state': 'refusal.ask.state',
  'ask.no-expert': 'refusal.ask.no-expert',
  'ask.embargo': 'refusal.ask.embargo',
  'ask.consent': 'refusal.ask.consent',
  'ask.stale-draft': 'refusal.ask.stale-draft',
  'ask.later': 'refusal.ask.later',
  'expert.invalid': 'refusal.expert.invalid',
  'approval.state': 'refusal.approval.state',
  'approval.stale': 'refusal.approval.stale',
  'approval.not-yours': 'refusal.approval.not-yours',
  'approval.held': 'refusal.approval.held',
  'approval.rules-stale': 'refusal.approval.rules-stale',
  'approval.invalid': 'refusal.approval.invalid',
  validation: 'refusal.validation',
  'session.none': 'refusal.session.none',
  internal: 'refusal.internal',
  busy: 'refusal.busy',
  'no-answer': 'refusal.no-answer',
  offline: 'refusal.offline',
};

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(sentences, code);
}

export interface Refused {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly reference: string;
}

/** The sentence for a refusal, with its facts put in. */
export function refusalText(words: Words, refused: Refused): string {
  return words.t(sentences[refused.code], factsOf(words, refused));
}

function factsOf(words: Words, { code, details, reference }: Refused): Values {
  const facts: Values = { reference };
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
  }
  // A phrase chooses by it, and the names that it can choose by have no hyphens.
  if (typeof details['because'] === 'string') facts['because'] = details['because'].replaceAll('-', '_');
  if (code === 'sign-in.too-many') facts['seconds'] = number(details['retryAfterSeconds'], 60);
  if (code === 'reply.too-long') facts['over'] = number(details['length'], 0) - number(details['max'], 0);
  if (tellsDue.has(code)) facts['due'] = words.moment(text(details['dueAt']));
  if (code === 'file.too-large') facts['max'] = words.bytes(number(details['maxBytes'], 0));
  if (code === 'validation') facts['fields'] = words.list(Object.keys(recordOf(details['fields'])));
  return { ...defaults, ...facts, ...faultOf(words, code, details) };
}

const tellsDue: ReadonlySet<ErrorCode> = new Set(['snooze.beyond-target', 'ask.later']);

/** A sentence whose fact is missing would not be shown at all: better one with a gap. */
const defaults: Values = {
  because: 'other',
  min: 10,
  email: '…',
  by: '…',
  newer: 1,
  over: 0,
  length: 0,
  max: 0,
  seconds: 60,
  code: '…',
  detail: '…',
  name: '…',
  got: '…',
  expected: '…',
  fields: '…',
  why: '…',
  line: 0,
  calendar: '…',
  policy: '…',
  team: '…',
  fault: '…',
  word: '…',
  reason: '…',
  due: '…',
  top: 0,
  limit: 0,
};

/** What can be wrong with a rule, a team or a topic. */
const faults = [
  'twice',
  'name',
  'no-effect',
  'points',
  'no-place',
  'term',
  'near',
  'bounds',
  'team',
  'skills',
  'neighbour',
] as const;

function faultOf(words: Words, code: ErrorCode, { why }: Refused['details']): Values {
  if (code !== 'routing.invalid') return {};
  const known = faults.find((one) => one === why);
  return { fault: known ? words.t(`fault.${known}`) : text(why) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
