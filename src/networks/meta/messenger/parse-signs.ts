import type { AccountNotice, InboundEvent, Receipt } from '../../../domain/message/inbound-event.js';
import { given } from '../../kit/given.js';
import { fields, id, list, text, type Fields } from '../../kit/read.js';
import { ignored } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import { common, type Messaging } from './event.js';

const emojis: Readonly<Record<string, string>> = {
  smile: '😆',
  angry: '😡',
  sad: '😢',
  wow: '😮',
  love: '❤️',
  like: '👍',
  dislike: '👎',
};

/** One for each person and message; taken back, it may have neither name nor emoji. */
export function eventsOfReaction(messaging: Messaging): InboundEvent[] {
  const reaction = fields(messaging.raw['reaction']);
  const message = id(reaction['mid']);
  const { person, isOurs, at } = messaging;
  if (message === undefined || (person === undefined && !isOurs)) return [ignored('messaging reaction of nobody')];
  const emoji = reaction['action'] === 'unreact' ? null : emojiOf(reaction);
  const by = isOurs || person === undefined ? 'us' : person;
  return [{ kind: 'reaction', ...common(messaging), on: { message }, by, emoji, at }];
}

function emojiOf(reaction: Fields): string {
  const name = text(reaction['reaction']) ?? '';
  const known = Object.hasOwn(emojis, name) ? emojis[name] : undefined;
  return words(reaction['emoji']) ?? known ?? '👍';
}

/** The watermark is a time: everything of ours before it. Messages that are named beside it are told apart. */
export function eventsOfReceipt(messaging: Messaging, state: 'delivered' | 'read'): InboundEvent[] {
  const receipt = fields(messaging.raw[state === 'read' ? 'read' : 'delivery']);
  const upTo = moment(receipt['watermark']);
  const named = [receipt['mid'], ...list(receipt['mids'])].flatMap((mid) => id(mid) ?? []);
  const thread = messaging.person?.id;
  const base = { kind: 'receipt' as const, ...common(messaging), state, ...given('thread', thread) };
  // Instagram names the last message that was read, and no time.
  const andBefore = given('andBefore', state === 'read' && upTo === undefined ? true : undefined);
  const events: Receipt[] = [
    ...(named.length === 0 ? [] : [{ ...base, ...andBefore, messages: named, upTo: upTo ?? messaging.at }]),
    ...(upTo === undefined || thread === undefined ? [] : [{ ...base, upTo }]),
  ];
  return events.length === 0 ? [ignored(`messaging ${state} of nothing`)] : events;
}

/** Meta warns the Page, blocks what its app may do, or takes that back. */
export function eventsOfPolicy(messaging: Messaging): InboundEvent[] {
  const policy = fields(messaging.raw['policy_enforcement'] ?? messaging.raw['policy-enforcement']);
  const action = text(policy['action'])?.toLowerCase() ?? 'unknown';
  const levels: Readonly<Record<string, AccountNotice['level']>> = { block: 'blocked', unblock: 'info' };
  const level = (Object.hasOwn(levels, action) ? levels[action] : undefined) ?? 'warning';
  const detail = words(policy['reason']) ?? '';
  return [{ kind: 'account-notice', ...common(messaging), level, code: `policy-${action}`, detail, at: messaging.at }];
}

/** Which app answers people first: where it is not ours, their messages come to us to read only. */
export function eventsOfRoles(messaging: Messaging): InboundEvent[] {
  const roles = Object.entries(fields(messaging.raw['app_roles']));
  const detail = roles.map(
    ([app, role]) =>
      `${app}: ${list(role)
        .flatMap((one) => text(one) ?? [])
        .join(', ')}`,
  );
  const code = 'app-roles';
  return [
    { kind: 'account-notice', ...common(messaging), level: 'info', code, detail: detail.join('; '), at: messaging.at },
  ];
}
