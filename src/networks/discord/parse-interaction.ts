import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, list, number, text, type Fields } from '../kit/read.js';
import { messageKey, placeKey, timeOf } from './address.js';
import { ignored } from './ignored.js';
import { personOf } from './parse-content.js';

/** A command, a button or a form that somebody used: what they said with it, as a message in its channel. */
export function eventOfInteraction(interaction: Fields, account: string): InboundEvent {
  const type = number(interaction['type']);
  const [interactionId, channel] = [id(interaction['id']), id(interaction['channel_id'])];
  const member = fields(interaction['member']);
  const person = personOf(interaction['user'] ?? member['user'], member);
  const words = sayingOf(type, fields(interaction['data']));
  if (interactionId === undefined || channel === undefined || person === undefined || words === undefined) {
    return ignored(`interaction ${type ?? 'untyped'}`);
  }
  const isPrivate = interaction['member'] === undefined && interaction['guild_id'] === undefined;
  const thread = isPrivate
    ? ({ key: channel, space: 'private' } as const)
    : ({ key: placeKey(channel, person.id), space: 'public' } as const);
  return {
    kind: 'message',
    account,
    id: messageKey(channel, interactionId),
    messageKind: isPrivate ? 'direct' : 'mention',
    thread,
    from: person,
    text: words,
    attachments: [],
    sentAt: timeOf(interactionId),
    edition: 0,
  };
}

function sayingOf(type: number | undefined, data: Fields): string | undefined {
  const name = text(data['name']) ?? text(data['custom_id']);
  if (name === undefined) return undefined;
  if (type === 2) return ['/' + name, ...list(data['options']).flatMap((one) => optionOf(fields(one)))].join(' ');
  const values = list(data['values']).flatMap((one) => text(one) ?? []);
  if (type === 3) return values.length === 0 ? `[${name}]` : values.join(', ');
  return type === 5 ? filledIn(list(data['components'])).join('\n') || `[${name}]` : undefined;
}

function optionOf(option: Fields): string[] {
  const value = option['value'];
  const said = typeof value === 'boolean' ? String(value) : id(value);
  return said === undefined ? list(option['options']).flatMap((one) => optionOf(fields(one))) : [said];
}

/** Forms hold rows, rows or labels hold fields. */
function filledIn(components: readonly unknown[]): string[] {
  return components.map(fields).flatMap((one) => {
    const value = text(one['value']);
    const inner = [...list(one['components']), ...(one['component'] === undefined ? [] : [one['component']])];
    return value === undefined ? inner.map(fields).flatMap((field) => text(field['value']) ?? []) : [value];
  });
}
