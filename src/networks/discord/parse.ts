import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, instant, number, record, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';
import { deletionsOf, reactionOf, type Told } from './parse-changes.js';
import { eventOfInteraction } from './parse-interaction.js';
import { eventOfMessage } from './parse-message.js';

type Reader = (data: Fields, told: Told) => InboundEvent[];

const readers: Readonly<Record<string, Reader>> = {
  MESSAGE_CREATE: (data, { account }) => [eventOfMessage(data, account)],
  MESSAGE_UPDATE: (data, { account }) => [eventOfMessage(data, account, true)],
  MESSAGE_DELETE: deletionsOf,
  MESSAGE_DELETE_BULK: deletionsOf,
  MESSAGE_REACTION_ADD: (data, told) => [reactionOf(data, told, true)],
  MESSAGE_REACTION_REMOVE: (data, told) => [reactionOf(data, told, false)],
  INTERACTION_CREATE: (data, { account }) => [eventOfInteraction(data, account)],
};

/**
 * Bodies are frames of the gateway ({"t","d"}), what `poll` listed ({"relais":"poll","message":…}), interactions and events
 * as Discord calls us with them, and bare messages and reactions.
 */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const found = record(body);
  if (found === undefined) throw new Error('a Discord body is an object');
  if (found['t'] !== undefined || found['op'] !== undefined) return readFrame(found, need(account));
  if (found['relais'] === 'poll') return [eventOfMessage(fields(found['message']), need(account))];
  const app = id(found['application_id']);
  if (app !== undefined && found['token'] !== undefined) return [eventOfInteraction(found, account ?? app)];
  if (app !== undefined && found['version'] !== undefined) return [eventOfApp(found)];
  return readBare(found, account);
}

function readFrame(frame: Fields, account: string): InboundEvent[] {
  const kind = text(frame['t']) ?? `op ${number(frame['op']) ?? ''}`;
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  if (reader === undefined) return [ignored(`gateway ${kind}`)];
  return reader(fields(frame['d']), { account, at: instant(frame['at']) });
}

function readBare(found: Fields, account: string | null): InboundEvent[] {
  const told = { at: undefined };
  if (found['author'] !== undefined && found['channel_id'] !== undefined) return [eventOfMessage(found, need(account))];
  if (found['emoji'] !== undefined && found['user_id'] !== undefined) {
    return [reactionOf(found, { account: need(account), ...told }, true)];
  }
  return [ignored('unknown body')];
}

/** Who has added or removed our app says nothing about anybody's question. */
function eventOfApp(found: Fields): InboundEvent {
  return ignored(`app event ${text(fields(found['event'])['type']) ?? 'untyped'}`);
}

function need(account: string | null): string {
  if (account === null) throw new Error('a Discord body does not say which bot it is for');
  return account;
}
