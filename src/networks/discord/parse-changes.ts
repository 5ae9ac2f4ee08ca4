import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, list, text, type Fields } from '../kit/read.js';
import { messageKey, timeOf } from './address.js';
import { ignored } from './ignored.js';
import { personOf } from './parse-content.js';

/** `at`: when it was told, for Discord does not say when such things happened. */
export interface Told {
  readonly account: string;
  readonly at: Date | undefined;
}

/** One deletion or many; they name neither author nor words. */
export function deletionsOf(data: Fields, { account, at }: Told): InboundEvent[] {
  const channel = id(data['channel_id']);
  const ids = [data['id'], ...list(data['ids'])].flatMap((one) => id(one) ?? []);
  if (channel === undefined || ids.length === 0) return [ignored('deletion without an id')];
  return ids.map((one) => ({
    kind: 'message-deleted',
    account,
    id: messageKey(channel, one),
    at: at ?? timeOf(one),
  }));
}

export function reactionOf(data: Fields, { account, at }: Told, isAdded: boolean): InboundEvent {
  const [channel, message, person] = [id(data['channel_id']), id(data['message_id']), id(data['user_id'])];
  const emoji = emojiOf(fields(data['emoji']));
  if (channel === undefined || message === undefined || person === undefined || emoji === undefined) {
    return ignored('reaction of nobody');
  }
  const member = fields(data['member']);
  const known = personOf(member['user'], member);
  const by = person === account ? 'us' : known?.id === person ? known : { id: person, name: '' };
  return {
    kind: 'reaction',
    account,
    on: { message: messageKey(channel, message) },
    by,
    emoji: isAdded ? emoji : null,
    at: at ?? timeOf(message),
  };
}

/** Those of a server have a name only there. */
function emojiOf(emoji: Fields): string | undefined {
  const name = text(emoji['name']);
  return name === undefined || id(emoji['id']) === undefined ? name : `:${name}:`;
}
