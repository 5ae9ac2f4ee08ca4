import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, instant, record, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';
import { deletionOf, eventOfChat, eventOfWhisper, heldOf, type Told } from './parse-chat.js';

const readers: Readonly<Record<string, (told: Told) => InboundEvent>> = {
  'channel.chat.message': eventOfChat,
  'channel.chat.message_delete': deletionOf,
  'channel.chat.user_message_hold': heldOf,
  'channel.chat.user_message_update': heldOf,
  'user.whisper.message': eventOfWhisper,
  'user.authorization.revoke': ({ event, account, at }) =>
    revoked(id(event['user_id']) ?? account, 'authorization_revoked', at),
};

/**
 * By webhook the time stands in a header, which is not kept: such things are taken to have been told when they arrived,
 * for whatever claims to be of the future is cut back to that.
 */
const onArrival = new Date('2100-01-01T00:00:00Z');

/** {"subscription","event"} as a webhook gets it, or the same within the {"metadata","payload"} of a socket. */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const found = record(body);
  if (found === undefined) throw new Error('a Twitch body is an object');
  const metadata = fields(found['metadata']);
  const told = found['payload'] === undefined ? found : fields(found['payload']);
  const subscription = fields(told['subscription']);
  const at = instant(metadata['message_timestamp']) ?? onArrival;
  const ours = account ?? accountIn(fields(subscription['condition']));
  if (told['event'] === undefined) return [withoutEvent({ metadata, subscription, ours, at })];
  const type = text(subscription['type']) ?? 'untyped';
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (reader === undefined) return [ignored(`event ${type}`)];
  if (ours === undefined) throw new Error('a Twitch body does not say which account it is for');
  return [reader({ event: fields(told['event']), account: ours, at })];
}

interface Bare {
  readonly metadata: Fields;
  readonly subscription: Fields;
  readonly ours: string | undefined;
  readonly at: Date;
}

/** The end of a subscription, or a word of the socket's own. */
function withoutEvent({ metadata, subscription, ours, at }: Bare): InboundEvent {
  const status = text(subscription['status']) ?? '';
  if (ours !== undefined && gone.includes(status)) return revoked(ours, status, at);
  return ignored(`event ${text(metadata['message_type']) ?? 'untyped'}`);
}

const gone: readonly string[] = [
  'authorization_revoked',
  'user_removed',
  'moderator_removed',
  'notification_failures_exceeded',
  'version_removed',
];

/** Who reads; the channel's owner only where nobody else is named. */
function accountIn(condition: Fields): string | undefined {
  return id(condition['user_id']) ?? id(condition['moderator_user_id']) ?? id(condition['broadcaster_user_id']);
}

function revoked(account: string, status: string, at: Date): InboundEvent {
  const level = status === 'authorization_revoked' || status === 'user_removed' ? 'blocked' : 'warning';
  const detail = `Twitch has ended a subscription of this account: ${status}`;
  return { kind: 'account-notice', account, level, code: status, detail, at };
}
