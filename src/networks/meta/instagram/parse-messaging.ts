import type { InboundEvent } from '../../../domain/message/inbound-event.js';
import { fields, list, type Fields } from '../../kit/read.js';
import { ignored, type Entry } from '../graph/entry.js';
import { eventsOfMessaging as eventsAsInMessenger } from '../messenger/parse-messaging.js';

/** The events are those of Messenger, of another network. */
export function eventsOfMessaging(given: unknown, entry: Entry): InboundEvent[] {
  // A story of ours that names somebody is told as if it were a message to them; nobody has written.
  if (isOurStory(fields(fields(given)['message']))) return [ignored('messaging story of ours')];
  return eventsAsInMessenger(given, { ...entry, network: 'instagram' });
}

function isOurStory(message: Fields): boolean {
  const kinds = list(message['attachments']).map((one) => fields(one)['type']);
  return message['is_echo'] === true && kinds.includes('story_mention');
}
