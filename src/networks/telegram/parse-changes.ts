import type { AccountNotice, InboundEvent, ReactionChanged } from '../../domain/message/inbound-event.js';
import { fields, id, list, text, type Fields } from '../kit/read.js';
import { messageKey } from './address.js';
import { personOf } from './parse-person.js';
import { dateOf } from './read-date.js';

/** Undefined in each: it names nobody, or nothing that we could know. */
type Change = InboundEvent | undefined;

export function reactionOf(value: unknown, account: string): Change {
  const change = fields(value);
  const chat = fields(change['chat']);
  const chatId = id(chat['id']);
  const messageId = id(change['message_id']);
  const by = personOf(change['user']) ?? personOf(change['actor_chat']);
  if (chatId === undefined || messageId === undefined || by === undefined) return undefined;
  const key = messageKey({ chat: chatId }, messageId);
  return {
    kind: 'reaction',
    account,
    on: chat['type'] === 'channel' ? { post: key } : { message: key },
    by: by.id === account ? 'us' : by,
    emoji: emojiOf(change),
    at: dateOf(change['date']) ?? new Date(0),
  };
}

/** The list is all that the person has left there; the last one is the newest. */
function emojiOf(change: Fields): ReactionChanged['emoji'] {
  const last = list(change['new_reaction']).at(-1);
  if (last === undefined) return null;
  // A picture of somebody's own making has a number and no character; a paid one is a star.
  return text(fields(last)['emoji']) ?? (fields(last)['type'] === 'paid' ? '⭐' : '✨');
}

const gone = ['kicked', 'left'];

/** The bot's own standing: blocked or let in by a person, added to or removed from a group. */
export function standingOf(value: unknown, account: string): Change {
  const change = fields(value);
  const chat = fields(change['chat']);
  const chatId = id(chat['id']);
  const status = text(fields(change['new_chat_member'])['status']);
  if (chatId === undefined || status === undefined) return undefined;
  const at = dateOf(change['date']) ?? new Date(0);
  const isGone = gone.includes(status);
  if (chat['type'] === 'private') return { kind: 'reachability', account, thread: chatId, reachable: !isGone, at };
  const name = text(chat['title']) ?? chatId;
  const words = isGone ? `The bot was removed from “${name}”` : `The bot is ${status} in “${name}”`;
  const level = isGone ? 'warning' : 'info';
  return { kind: 'account-notice', account, level, code: `chat-${status}`, detail: words, at };
}

/** Somebody let the bot speak for their own account, or no longer does. */
export function connectionOf(value: unknown, account: string): Change {
  const connection = fields(value);
  if (id(connection['id']) === undefined) return undefined;
  const owner = personOf(connection['user'])?.name ?? 'somebody';
  const isOn = connection['is_enabled'] === true;
  // Before Bot API 9 the right stood beside the other fields.
  const mayReply = fields(connection['rights'])['can_reply'] ?? connection['can_reply'];
  const at = dateOf(connection['date']) ?? new Date(0);
  const notice = (level: AccountNotice['level'], code: string, detail: string): AccountNotice => {
    return { kind: 'account-notice', account, level, code, detail, at };
  };
  if (!isOn) return notice('warning', 'business-off', `The business account of ${owner} was taken away from the bot`);
  if (mayReply !== true) return notice('warning', 'business-silent', `The bot may not answer for ${owner}`);
  return notice('info', 'business-on', `The bot answers for ${owner}`);
}

/** Telegram does not tell when; the core's own time of arrival is the best there is. */
export function deletionsOf(value: unknown, account: string): InboundEvent[] {
  const deletion = fields(value);
  const business = text(deletion['business_connection_id']);
  const chat = id(fields(deletion['chat'])['id']);
  if (chat === undefined) return [];
  const place = { chat, ...(business === undefined ? {} : { business }) };
  return list(deletion['message_ids']).flatMap((one): InboundEvent[] => {
    const messageId = id(one);
    if (messageId === undefined) return [];
    return [{ kind: 'message-deleted', account, id: messageKey(place, messageId), at: new Date(0) }];
  });
}

/** What the poll of an account with a webhook found out about it. */
export function webhookTroubleOf(value: unknown, account: string): Change {
  const info = fields(value);
  const at = dateOf(info['last_error_date']);
  const detail = text(info['last_error_message']);
  if (at === undefined || detail === undefined) return undefined;
  return { kind: 'account-notice', account, level: 'warning', code: 'webhook-error', detail, at };
}
