import type {
  Author,
  InboundEvent,
  MessageArrived,
  PostRef,
  ThreadRef,
} from '../../../domain/message/inbound-event.js';
import { given } from '../../kit/given.js';
import { fields, flag, id, link, record, type Fields } from '../../kit/read.js';
import { ignored, timeOf, type Entry } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import { eventsOfMessaging } from './parse-messaging.js';

/**
 * Set by what was asked for after a webhook told it by half, which counts more, whichever comes first; `stranger` when
 * the webhook did not say who it was.
 */
export const readMark = 'relais_read';
export const mentionPlace = 'mention:';
const readEdition = 1;
/** Fields whose value is an event of `messaging`. */
const aboutMessages = /^(?:messag|standby)/u;

/** A webhook field of an Instagram account, with its value. */
export function eventsOfChange(field: string, given: unknown, entry: Entry): InboundEvent[] {
  if (aboutMessages.test(field)) return eventsOfMessaging(given, entry);
  const value = record(given);
  if (value === undefined) return [ignored(`${field} without a value`)];
  if (field === 'comments' || field === 'live_comments') return eventsOfComment(value, field, entry);
  if (field === 'mentions') return eventsOfMention(value, entry);
  return [ignored(`field ${field}`)];
}

/** There is no webhook for what becomes of a comment later; the poll sees what was hidden. */
function eventsOfComment(value: Fields, field: string, entry: Entry): InboundEvent[] {
  const commentId = id(value['id']) ?? id(value['comment_id']);
  if (commentId === undefined) return [ignored(`${field} without an id`)];
  const from = authorOf(value, entry, `comment:${commentId}`);
  const parent = parentOf(value);
  const arrived: MessageArrived = {
    kind: 'message',
    network: 'instagram',
    account: entry.page,
    id: commentId,
    messageKind: 'comment',
    thread: threadOf(value, commentId, from === 'us' ? undefined : from.id),
    from,
    ...saidIn(value, entry),
    ...given('replyTo', parent),
    ...(from === 'us' ? { via: 'Instagram' } : given('thin', thinComment(from, value, commentId))),
  };
  return flag(value['hidden']) === true ? [arrived, hiddenOf(arrived, entry)] : [arrived];
}

/** One person under one post. Ours belongs to what it answers: whom it was written to is not told. */
function threadOf(value: Fields, commentId: string, author: string | undefined): ThreadRef {
  const media = mediaOf(value);
  const parent = parentOf(value);
  const answers = [parent, author === undefined ? media?.id : undefined].filter((one) => one !== undefined);
  return {
    key: `${media?.id ?? parent ?? commentId}:${author ?? parent ?? commentId}`,
    space: 'public',
    ...(answers.length === 0 ? {} : { answers }),
    ...given('post', media),
  };
}

function parentOf(value: Fields): string | undefined {
  return id(value['parent_id']) ?? id(fields(value['parent'])['id']);
}

/** Tells only where: a caption or a comment that names the account, on media of somebody else. */
function eventsOfMention(value: Fields, entry: Entry): InboundEvent[] {
  const media = mediaOf(value);
  const commentId = id(value['comment_id']);
  const messageId = commentId ?? media?.id;
  if (messageId === undefined) return [ignored('mentions of nothing')];
  const from = authorOf(value, entry, `mention:${messageId}`);
  if (from === 'us') return [ignored('mentions by ourselves')];
  const thin = isUnread(from, value) ? `mention:${media?.id ?? ''}:${commentId ?? ''}` : undefined;
  return [{ ...mention(value, { entry, messageId, from }), ...given('thin', thin) }];
}

function mention(
  value: Fields,
  { entry, messageId, from }: { readonly entry: Entry; readonly messageId: string; readonly from: Author },
): MessageArrived {
  const media = mediaOf(value);
  const post = media?.id === messageId ? { ...media, by: from } : media;
  return {
    kind: 'message',
    network: 'instagram',
    account: entry.page,
    id: messageId,
    messageKind: 'mention',
    thread: { key: `${mentionPlace}${messageId}:${from.id}`, space: 'public', ...given('post', post) },
    from,
    ...saidIn(value, entry),
    ...given('permalink', link(value['permalink']) ?? media?.permalink),
  };
}

/**
 * Whoever is told of only later keeps the id they were first given here: their thread is theirs by then. Our own
 * comments come back too, under our id or with the mark of one's own.
 */
function authorOf(value: Fields, entry: Entry, stranger: string): 'us' | Author {
  const from = fields(value['from']);
  const known = id(from['id']);
  if (isByUs(value, entry)) return 'us';
  const handle = words(from['username']) ?? words(value['username']);
  return {
    id: value[readMark] === 'stranger' ? stranger : (known ?? stranger),
    name: words(from['name']) ?? handle ?? '',
    ...given('handle', handle),
    ...given('profileUrl', handle && profileUrlOf(handle)),
  };
}

function isByUs(value: Fields, { page }: Entry): boolean {
  const from = fields(value['from']);
  return id(from['id']) === page || id(from['self_ig_scoped_id']) !== undefined || value['relais_ours'] === true;
}

export function profileUrlOf(handle: string): string {
  return `https://www.instagram.com/${encodeURIComponent(handle)}/`;
}

function thinComment(from: Author, value: Fields, commentId: string): string | undefined {
  if (!isUnread(from, value)) return undefined;
  return `${isNobody(from, value) ? 'comment' : 'words'}:${commentId}`;
}

function isUnread(from: Author, value: Fields): boolean {
  return value[readMark] === undefined && (isNobody(from, value) || words(value['text']) === undefined);
}

function isNobody(from: Author, value: Fields): boolean {
  return from.name === '' && id(fields(value['from'])['id']) === undefined;
}

/** Of an advertisement the media is the advertisement's; the organic one is where the other comments are. */
function mediaOf(value: Fields): PostRef | undefined {
  const media = fields(value['media']);
  const mediaId = id(media['original_media_id']) ?? id(media['id']) ?? id(value['media_id']);
  if (mediaId === undefined) return undefined;
  const picture = media['media_type'] === 'VIDEO' ? undefined : link(media['media_url']);
  return {
    id: mediaId,
    ...given('permalink', link(media['permalink'])),
    ...given('text', words(media['caption']) ?? words(media['ad_title'])),
    ...given('imageUrl', link(media['thumbnail_url']) ?? picture),
    ...given('at', moment(media['timestamp'])),
  };
}

function saidIn(value: Fields, entry: Entry): Pick<MessageArrived, 'text' | 'attachments' | 'sentAt' | 'edition'> {
  const said = words(value['text']) ?? words(value['caption']);
  return {
    text: said ?? '',
    attachments: said === undefined ? [{ type: 'unsupported' }] : [],
    sentAt: timeOf(moment(value['timestamp']), entry.at),
    edition: value[readMark] === undefined ? 0 : readEdition,
  };
}

function hiddenOf({ id: messageId }: MessageArrived, { page, at }: Entry): InboundEvent {
  return { kind: 'message-hidden', network: 'instagram', account: page, id: messageId, hidden: true, at: timeOf(at) };
}
