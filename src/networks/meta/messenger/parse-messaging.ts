import type { InboundEvent } from '../../../domain/message/inbound-event.js';
import { record } from '../../kit/read.js';
import { ignored, type Entry } from '../graph/entry.js';
import { messagingOf, type Messaging } from './event.js';
import { eventsOfEdit, eventsOfMessage, eventsOfPostback } from './parse-message.js';
import { eventsOfPolicy, eventsOfReaction, eventsOfReceipt, eventsOfRoles } from './parse-signs.js';

type Reader = (messaging: Messaging) => InboundEvent[];

/** The kind of an event is the key it has. `message` comes first: others only come along with it. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['message', eventsOfMessage],
  ['message_edit', eventsOfEdit],
  ['reaction', eventsOfReaction],
  ['postback', eventsOfPostback],
  ['delivery', (messaging) => eventsOfReceipt(messaging, 'delivered')],
  ['read', (messaging) => eventsOfReceipt(messaging, 'read')],
  ['policy_enforcement', eventsOfPolicy],
  ['policy-enforcement', eventsOfPolicy],
  ['app_roles', eventsOfRoles],
]);
const around = ['sender', 'recipient', 'timestamp', 'prior_message', 'hop_context'];

/** One of `messaging` or of `standby`: the latter has the same shapes, of a thread that another app answers. */
export function eventsOfMessaging(given: unknown, entry: Entry): InboundEvent[] {
  const raw = record(given);
  if (raw === undefined) return [ignored('messaging without content')];
  const kinds = Object.keys(raw).filter((key) => !around.includes(key) && raw[key] !== null);
  const kind = [...readers.keys()].find((key) => kinds.includes(key) && record(raw[key]) !== undefined);
  const reader = kind === undefined ? undefined : readers.get(kind);
  return reader?.(messagingOf(raw, entry)) ?? [ignored(`messaging ${kinds[0] ?? 'nothing'}`)];
}
