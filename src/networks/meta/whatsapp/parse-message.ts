import type { Author, InboundEvent, MessageArrived } from '../../../domain/message/inbound-event.js';
import { given } from '../../kit/given.js';
import { fields, id, record, text, type Fields } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import { contentOf } from './parse-content.js';
import { knownBy, moved, movedOf, type Known } from './person.js';
import type { Value } from './value.js';

export const groupPlace = 'group:';
const phoneApp = 'WhatsApp Business app';

/** One of `messages`: written by the person, or something that WhatsApp tells in that shape. */
export function eventsOfMessage(raw: Fields, value: Value): InboundEvent[] {
  const type = text(raw['type']) ?? 'text';
  const known = knownBy({ userId: id(raw['from_user_id']), phone: id(raw['from']) }, value.contacts);
  if (type === 'system') return eventsOfSystem(fields(raw['system']), known, value);
  if (known === undefined) return [ignored(`message ${type} of nobody`)];
  if (type === 'reaction') return eventsOfReaction(raw, known.author, value);
  // Somebody has opened the exchange, and said nothing yet.
  if (type === 'request_welcome') return [ignored('message request_welcome')];
  return [...movedOf(known, value.account), ...eventsOfWords(raw, { known, isOurs: false }, value)];
}

/** One of `message_echoes`: written on the brand's own telephone. */
export function eventsOfEcho(raw: Fields, value: Value): InboundEvent[] {
  const known = knownBy({ userId: id(raw['to_user_id']), phone: id(raw['to']) }, value.contacts);
  if (known === undefined) return [ignored('echo to nobody')];
  if (raw['type'] === 'reaction') return eventsOfReaction(raw, 'us', value);
  return [...movedOf(known, value.account), ...eventsOfWords(raw, { known, isOurs: true }, value)];
}

interface Side {
  readonly known: Known;
  readonly isOurs: boolean;
}

/** New words, other words in place of earlier ones, or their being taken back. */
function eventsOfWords(raw: Fields, side: Side, value: Value): InboundEvent[] {
  const at = timeOf(moment(raw['timestamp']), value.at);
  const of = { network: 'whatsapp', account: value.account };
  const [edit, revoke] = [record(raw['edit']), record(raw['revoke'])];
  const original = id((edit ?? revoke)?.['original_message_id']);
  if (raw['type'] === 'revoke') {
    return original === undefined
      ? [ignored('message revoke of nothing')]
      : [{ kind: 'message-deleted', ...of, id: original, at }];
  }
  if (raw['type'] === 'edit') {
    const message = { ...fields(edit?.['message']), id: original, from: raw['from'] };
    return original === undefined
      ? [ignored('message edit of nothing')]
      : arrived(message, side, { ...value, at, edition: at.getTime() });
  }
  return arrived(raw, side, { ...value, at });
}

function arrived(raw: Fields, { known, isOurs }: Side, value: Value & { readonly edition?: number }): InboundEvent[] {
  const messageId = id(raw['id']);
  if (messageId === undefined) return [ignored('message without an id')];
  const group = id(raw['group_id']);
  const { author } = known;
  const key = group === undefined ? author.id : `${groupPlace}${group}:${author.id}`;
  const event: MessageArrived = {
    kind: 'message',
    network: 'whatsapp',
    account: value.account,
    id: messageId,
    messageKind: 'direct',
    thread: { key, space: 'private' },
    from: isOurs ? 'us' : author,
    ...contentOf(raw),
    sentAt: timeOf(value.edition === undefined ? moment(raw['timestamp']) : undefined, value.at),
    edition: value.edition ?? 0,
    ...given('replyTo', id(fields(raw['context'])['id'])),
    ...(isOurs ? { with: author, via: phoneApp } : {}),
  };
  return [event];
}

/** One for each person and message; taken back, it has an empty emoji or none. */
function eventsOfReaction(raw: Fields, by: 'us' | Author, value: Value): InboundEvent[] {
  const reaction = fields(raw['reaction']);
  const message = id(reaction['message_id']);
  if (message === undefined) return [ignored('message reaction to nothing')];
  const at = timeOf(moment(raw['timestamp']), value.at);
  const emoji = words(reaction['emoji']) ?? null;
  return [{ kind: 'reaction', network: 'whatsapp', account: value.account, on: { message }, by, emoji, at }];
}

/** `from` is the old number. Of a new id only the new one is told, unless the number stands beside it. */
function eventsOfSystem(system: Fields, known: Known | undefined, { account }: Value): InboundEvent[] {
  const type = text(system['type']) ?? 'nameless';
  const to = id(system['user_id']) ?? id(system['wa_id']) ?? id(system['new_wa_id']);
  const from = known?.author.id;
  if (!type.startsWith('user_changed') || to === undefined || from === undefined || to === from) {
    return [ignored(`system ${type}`)];
  }
  return [moved(from, to, account)];
}
