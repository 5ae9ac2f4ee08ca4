import { windowClosesAt } from '../sla/reply-window.js';
import type { ReplyRules } from './reply-rules.js';

/** The part of a network's capabilities that decides how a thread can be answered. */
export interface AnswerRules {
  readonly replies: { readonly public?: ReplyRules; readonly private?: ReplyRules };
  readonly publicToPrivate?: { readonly via: string; readonly oncePerMessage: boolean; readonly days: number | null };
}
export type RulesOf = (network: string) => AnswerRules | undefined;

export interface WayAccount {
  readonly id: string;
  readonly name: string;
  readonly network: string;
  readonly externalId: string;
  readonly state: string;
  readonly humanAgent: boolean;
  readonly maxLength: number | null;
}

export interface WayThread {
  readonly space: 'public' | 'private';
  readonly account: WayAccount;
  readonly lastInboundAt: Date | null;
  readonly reachable: boolean;
  /** A private exchange was already opened from its latest public message. */
  readonly privateUsed: boolean;
  /** The account of ours that could carry a private exchange with this person, where the network has such a way. */
  readonly privateAccount: WayAccount | null;
}

export type ShutReason =
  'window-closed' | 'private-used' | 'private-too-late' | 'account-paused' | 'unreachable' | 'no-account' | 'deleted';

/** One way to answer: in which space, by which account, under which rules, until when. */
export interface Way {
  readonly space: 'public' | 'private';
  readonly account: WayAccount;
  readonly rules: ReplyRules;
  readonly maxLength: number;
  readonly closesAt: Date | null;
  readonly shut: ShutReason | null;
  readonly fromPublic: boolean;
}

const day = 86_400_000;

/** How this thread can be answered at `now`, the thread's own space first. Shut ways are listed with their reason. */
export function replyWays(thread: WayThread, rulesOf: RulesOf, now: Date): Way[] {
  const rules = rulesOf(thread.account.network);
  const own = rules?.replies[thread.space];
  const ways = own ? [ownWay(thread, own, now)] : [];
  const cross = thread.space === 'public' ? rules?.publicToPrivate : undefined;
  const crossRules = cross ? rulesOf(cross.via)?.replies.private : undefined;
  if (cross && crossRules) ways.push(crossWay(thread, { cross, rules: crossRules }, now));
  return ways;
}

function ownWay(thread: WayThread, rules: ReplyRules, now: Date): Way {
  const closesAt = windowClosesAt(rules.window, thread.lastInboundAt, thread.account.humanAgent);
  return {
    space: thread.space,
    account: thread.account,
    rules,
    maxLength: thread.account.maxLength ?? rules.maxLength,
    closesAt,
    shut: accountShut(thread.account) ?? (thread.reachable ? closed(closesAt, now, 'window-closed') : 'unreachable'),
    fromPublic: false,
  };
}

function crossWay(
  thread: WayThread,
  by: { readonly cross: NonNullable<AnswerRules['publicToPrivate']>; readonly rules: ReplyRules },
  now: Date,
): Way {
  const { cross, rules } = by;
  const account = thread.privateAccount;
  const closesAt =
    cross.days === null || !thread.lastInboundAt ? null : new Date(thread.lastInboundAt.getTime() + cross.days * day);
  const used = cross.oncePerMessage && thread.privateUsed ? 'private-used' : null;
  const way = { space: 'private', rules, closesAt, fromPublic: true } as const;
  if (!account) return { ...way, account: thread.account, maxLength: rules.maxLength, shut: 'no-account' };
  const shut = accountShut(account) ?? used ?? closed(closesAt, now, 'private-too-late');
  return { ...way, account, maxLength: account.maxLength ?? rules.maxLength, shut };
}

function accountShut(account: WayAccount): ShutReason | null {
  // A paused account still takes replies: they are held and go out when it is repaired. One that was taken away does not.
  return account.state === 'disconnected' ? 'account-paused' : null;
}

function closed(at: Date | null, now: Date, reason: ShutReason): ShutReason | null {
  return at && at <= now ? reason : null;
}
