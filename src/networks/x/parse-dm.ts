import type { Attachment } from '../../domain/message/attachment.js';
import type { Author, InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, instant, list, number, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';
import { mediaOf } from './parse-media.js';
import { peopleIn, personWith, type People } from './parse-person.js';
import { readable } from './text.js';

interface Told {
  readonly account: string;
  readonly people: People;
}

interface Words extends Told {
  readonly messageId: string;
  readonly sender: string;
  readonly other: string | undefined;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly at: Date;
}

/** Private messages in the form of the Account Activity API, which the X Activity API carries as well. */
export function eventsOfDirect(body: Fields, account: string): InboundEvent[] {
  const told = { account, people: peopleIn(body['users']) };
  const events = [
    ...list(body['direct_message_events']).map((one) => messageOf(fields(one), told)),
    ...list(body['direct_message_mark_read_events']).map((one) => receiptOf(fields(one), account)),
    ...list(body['direct_message_indicate_typing_events']).map(() => ignored('dm typing')),
  ];
  return events.length === 0 ? [ignored('dm without a message')] : events;
}

function messageOf(event: Fields, { account, people }: Told): InboundEvent {
  const create = fields(event['message_create']);
  const data = fields(create['message_data']);
  const [messageId, sender] = [id(event['id']), id(create['sender_id'])];
  if (messageId === undefined || sender === undefined) return ignored('dm without a sender');
  const recipient = id(fields(create['target'])['recipient_id']);
  const media = list([fields(data['attachment'])['media']])
    .flat()
    .map(fields)
    .filter((one) => one['type'] !== undefined);
  const short = new Set(media.flatMap((one) => text(one['url']) ?? []));
  return eventOf({
    account,
    people,
    messageId,
    sender,
    other: sender === account ? recipient : sender,
    text: withoutShort(readable(text(data['text']) ?? '', fields(data['entities']), isOfMedia), short),
    attachments: media.map(mediaOf),
    at: millis(event['created_timestamp']) ?? new Date(0),
  });
}

/** A private message as the API lists it. */
export function eventOfListed(event: Fields, includes: Fields, account: string): InboundEvent {
  const [messageId, sender] = [id(event['id']), id(event['sender_id'])];
  if (text(event['event_type']) !== 'MessageCreate') return ignored(`dm ${text(event['event_type']) ?? 'untyped'}`);
  if (messageId === undefined || sender === undefined) return ignored('dm without a sender');
  const keys = list(fields(event['attachments'])['media_keys']);
  const media = list(includes['media'])
    .map(fields)
    .filter((one) => keys.includes(one['media_key']));
  const other = otherOf(event, sender, account);
  if (other === undefined) return ignored('dm of a group');
  return eventOf({
    account,
    people: peopleIn(includes['users']),
    messageId,
    sender,
    other,
    text: readable(text(event['text']) ?? '', fields(event['entities']), isOfMedia),
    attachments: media.map(mediaOf),
    at: instant(event['created_at']) ?? new Date(0),
  });
}

function eventOf({ account, people, messageId, sender, other, ...said }: Words): InboundEvent {
  if (other === undefined) return ignored('dm to nobody');
  const person: Author = personWith(people, other);
  return {
    kind: 'message',
    account,
    id: messageId,
    messageKind: 'direct',
    thread: { key: other, space: 'private' },
    ...(sender === account ? { from: 'us' as const, with: person } : { from: person }),
    text: said.text,
    attachments: said.attachments,
    sentAt: said.at,
    edition: 0,
  };
}

/** Conversations of two are named after both; undefined for a group, where nobody writes to us alone. */
function otherOf(event: Fields, sender: string, account: string): string | undefined {
  const pair = /^(\d+)-(\d+)$/u.exec(text(event['dm_conversation_id']) ?? '')?.slice(1);
  const people = pair ?? list(event['participant_ids']).flatMap((one) => id(one) ?? []);
  if (people.length > 2 || (pair === undefined && people.length === 0 && event['dm_conversation_id'] !== undefined)) {
    return undefined;
  }
  return sender === account ? people.find((one) => one !== account) : sender;
}

function receiptOf(event: Fields, account: string): InboundEvent {
  const reader = id(event['sender_id']);
  const upTo = millis(event['created_timestamp']);
  if (reader === undefined || reader === account || upTo === undefined) return ignored('dm read');
  return { kind: 'receipt', account, thread: reader, state: 'read', upTo };
}

/** Encrypted talk cannot be read by anybody but its two ends: that there is some is all that can be shown. */
export function eventOfEncrypted(payload: Fields, account: string): InboundEvent {
  const [messageId, sender] = [id(payload['id']), id(payload['sender_id'])];
  if (messageId === undefined || sender === undefined || sender === account) return ignored('chat of ours');
  return {
    kind: 'message',
    account,
    id: messageId,
    messageKind: 'direct',
    thread: { key: sender, space: 'private' },
    from: { id: sender, name: '' },
    text: '',
    attachments: [{ type: 'unsupported', name: 'encrypted', title: 'Encrypted message: to be read in X' }],
    sentAt: millis(payload['created_at_msec']) ?? new Date(0),
    edition: 0,
  };
}

function isOfMedia(url: string): boolean {
  return /\/messages\/media\/\d+$/u.test(url) || /\/(?:photo|video)\/\d+$/u.test(url);
}

function withoutShort(words: string, short: ReadonlySet<string>): string {
  return [...short].reduce((shown, url) => shown.replaceAll(url, ''), words).trim();
}

function millis(value: unknown): Date | undefined {
  const ms = number(value);
  const at = ms === undefined ? undefined : new Date(ms);
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
}
