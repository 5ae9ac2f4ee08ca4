import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, record } from '../kit/read.js';
import { connectionOf, deletionsOf, reactionOf, standingOf, webhookTroubleOf } from './parse-changes.js';
import { eventsOfMessage } from './parse-message.js';

const longestKind = 60;

type Reader = (payload: unknown, account: string) => InboundEvent[];

const readers: Readonly<Record<string, Reader>> = {
  message: (payload, account) => eventsOfMessage(payload, account, false),
  edited_message: (payload, account) => eventsOfMessage(payload, account, true),
  business_message: (payload, account) => eventsOfMessage(payload, account, false),
  edited_business_message: (payload, account) => eventsOfMessage(payload, account, true),
  channel_post: (payload, account) => eventsOfMessage(payload, account, false),
  edited_channel_post: (payload, account) => eventsOfMessage(payload, account, true),
  deleted_business_messages: deletionsOf,
  business_connection: (payload, account) => asList(connectionOf(payload, account)),
  message_reaction: (payload, account) => asList(reactionOf(payload, account)),
  my_chat_member: (payload, account) => asList(standingOf(payload, account)),
};

/**
 * A body is an Update as the webhook gets it, or what `poll` wrapped: {"relais":"poll"} with an `update`, or with the
 * `webhook` it looked after. A bot's updates do not name the bot, so the account must be told.
 */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const found = record(body);
  if (found === undefined) throw new Error('a Telegram body is an object');
  if (account === null) throw new Error('a Telegram body does not say which bot it is for');
  if (found['relais'] !== 'poll') return readUpdate(found, account);
  if (found['webhook'] === undefined) return readUpdate(fields(found['update']), account);
  return orIgnored(asList(webhookTroubleOf(found['webhook'], account)), 'webhook');
}

/** An update has its number and one payload, named after its kind. */
function readUpdate(update: Readonly<Record<string, unknown>>, account: string): InboundEvent[] {
  const events = Object.entries(update)
    .filter(([kind]) => kind !== 'update_id')
    .flatMap(([kind, payload]) => {
      const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
      return orIgnored(reader?.(payload, account) ?? [], kind);
    });
  return orIgnored(events, 'nothing');
}

function orIgnored(events: InboundEvent[], kind: string): InboundEvent[] {
  return events.length > 0 ? events : [{ kind: 'ignored', what: `update ${kind.slice(0, longestKind)}` }];
}

function asList(event: InboundEvent | undefined): InboundEvent[] {
  return event === undefined ? [] : [event];
}
