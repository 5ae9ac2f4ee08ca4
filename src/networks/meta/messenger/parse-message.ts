import type { InboundEvent, MessageArrived, ThreadMoved } from '../../../domain/message/inbound-event.js';
import { fields, flag, id, number, text, type Fields } from '../../kit/read.js';
import { ignored, type Entry } from '../graph/entry.js';
import { words } from '../graph/words.js';
import { common, guestMark, type Messaging } from './event.js';
import { attachmentsOf } from './parse-attachments.js';

/** Comes back in the echo of what we sent, mostly before the answer to the sending. */
export const markerPrefix = 'relais:';
const markForm = /^relais:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;
/** The inbox of Meta itself, where people of the brand may answer. */
const pageInbox = '26390203743090';

/** `message`: written by the person or, as an echo, for the Page; or unsent, under the same id. */
export function eventsOfMessage(messaging: Messaging): InboundEvent[] {
  const message = fields(messaging.raw['message']);
  const mid = id(message['mid']);
  if (mid === undefined) return [ignored('messaging message without an id')];
  if (flag(message['is_deleted']) === true) {
    return [{ kind: 'message-deleted', ...common(messaging), id: mid, at: messaging.at }];
  }
  const content = contentOf(message);
  const arrived = messageOf(messaging, { mid, ...content, edition: 0 });
  if (arrived === undefined) return [ignored('messaging message of nobody')];
  const replyTo = id(fields(message['reply_to'])['mid']);
  const event = {
    ...arrived,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(messaging.isOurs ? writtenBy(message, messaging.entry) : {}),
  };
  return [...movedOf(messaging), event];
}

export function eventsOfEdit(messaging: Messaging): InboundEvent[] {
  const edit = fields(messaging.raw['message_edit']);
  const mid = id(edit['mid']);
  const said = words(edit['text']);
  const edition = editionOf(edit, messaging);
  // Meta also tells of edits that have not happened, without words or people.
  if (mid === undefined || said === undefined || edition <= 0) return [ignored('messaging message_edit empty')];
  const arrived = messageOf(messaging, { mid, text: said, attachments: [], edition });
  return [arrived ?? ignored('messaging message_edit of nobody')];
}

/** Messenger counts the edits of a message. A number that is no count says only that there was one more. */
function editionOf(edit: Fields, { at }: Messaging): number {
  const count = Math.floor(number(edit['num_edit']) ?? Number.NaN);
  return Number.isSafeInteger(count) ? count : at.getTime();
}

/** A button that the person pressed: its words are what was said. */
export function eventsOfPostback(messaging: Messaging): InboundEvent[] {
  const postback = fields(messaging.raw['postback']);
  const said = words(postback['title']) ?? words(postback['payload']);
  const mid = id(postback['mid']) ?? `postback:${messaging.person?.id ?? ''}:${messaging.at.getTime()}`;
  const attachments = attachmentsOf({ referral: postback['referral'] });
  if (said === undefined) return [ignored('messaging postback empty')];
  const arrived = messageOf(messaging, { mid, text: said, attachments, edition: 0 });
  return [arrived ?? ignored('messaging postback of nobody')];
}

function messageOf(
  messaging: Messaging,
  what: Pick<MessageArrived, 'text' | 'attachments' | 'edition'> & { readonly mid: string },
): MessageArrived | undefined {
  const { person, isOurs, at } = messaging;
  if (person === undefined) return undefined;
  return {
    kind: 'message',
    ...common(messaging),
    id: what.mid,
    messageKind: 'direct',
    thread: { key: person.id, space: 'private' },
    from: isOurs ? 'us' : person,
    ...(isOurs ? { with: person } : {}),
    text: what.text,
    attachments: what.attachments,
    sentAt: at,
    edition: what.edition,
  };
}

function contentOf(message: Fields): Pick<MessageArrived, 'text' | 'attachments'> {
  const said = words(message['text']);
  const attachments = attachmentsOf(message);
  // A poll, a picture that vanishes: only Messenger itself shows it.
  const isUnsupported = said === undefined && attachments.length === 0;
  return { text: said ?? '', attachments: isUnsupported ? [{ type: 'unsupported' }] : attachments };
}

function writtenBy(message: Fields, { network }: Entry): Pick<MessageArrived, 'marker' | 'via'> {
  const marker = markForm.exec(text(message['metadata']) ?? '')?.[1];
  const app = id(message['app_id']);
  const native = network === 'instagram' ? 'Instagram' : 'Messenger';
  const via = app === undefined ? native : app === pageInbox ? 'Meta Business Suite' : app;
  return { via, ...(marker === undefined ? {} : { marker }) };
}

/** Somebody known by a plugin only is now known as a person. */
function movedOf(messaging: Messaging): ThreadMoved[] {
  const guest = id(fields(messaging.raw['prior_message'])['identifier']);
  const { person } = messaging;
  if (guest === undefined || person === undefined || person.id.startsWith(guestMark)) return [];
  return [{ kind: 'thread-moved', ...common(messaging), from: `${guestMark}${guest}`, to: person.id }];
}
