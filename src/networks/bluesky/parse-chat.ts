import type { Attachment } from '../../domain/message/attachment.js';
import type { Author, InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, instant, list, text, type Fields } from '../kit/read.js';
import { chatKey, permalinkOf } from './address.js';
import { ignored } from './ignored.js';
import { attachmentsOf, quotedUri } from './parse-media.js';
import { personOf } from './parse-person.js';

/** One entry of the log of private conversations, and who takes part where that was read. */
export interface LogEntry {
  readonly entry: Fields;
  readonly members: readonly Fields[];
  readonly account: string;
}

type Reader = (convo: string, log: LogEntry) => InboundEvent;

const readers: Readonly<Record<string, Reader>> = {
  logCreateMessage: messageOf,
  logDeleteMessage: deletionOf,
  logAddReaction: (convo, log) => reactionOf(convo, log, true),
  logRemoveReaction: (convo, log) => reactionOf(convo, log, false),
};

export function eventOfLog(log: LogEntry): InboundEvent {
  const kind = text(log.entry['$type'])?.split('#')[1] ?? 'untyped';
  const convo = text(log.entry['convoId']);
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  if (reader === undefined || convo === undefined) return ignored(`chat ${kind}`);
  // A group's talk is between its members; it is not written to us.
  return log.members.length > 2 ? ignored('chat of a group') : reader(convo, log);
}

function messageOf(convo: string, { entry, members, account }: LogEntry): InboundEvent {
  const message = fields(entry['message']);
  const messageId = text(message['id']);
  const sender = text(fields(message['sender'])['did']);
  if (messageId === undefined || sender === undefined) return ignored('chat message without an author');
  const id = chatKey(convo, messageId);
  const at = instant(message['sentAt']) ?? new Date(0);
  if (isDeleted(message)) return { kind: 'message-deleted', account, id, at };
  const people = members.flatMap((member) => personOf(member) ?? []);
  const other = people.find((person) => person.id !== account);
  const answered = text(fields(message['replyTo'])['id']);
  return {
    kind: 'message',
    account,
    id,
    messageKind: 'direct',
    thread: { key: convo, space: 'private' },
    ...(sender === account ? ours(other) : { from: people.find((one) => one.id === sender) ?? bare(sender) }),
    text: text(message['text']) ?? '',
    attachments: sharedOf(message),
    sentAt: at,
    edition: 0,
    ...(answered === undefined ? {} : { replyTo: chatKey(convo, answered) }),
  };
}

function ours(other: Author | undefined) {
  return { from: 'us' as const, ...(other === undefined ? {} : { with: other }) };
}

function bare(did: string): Author {
  return { id: did, name: '' };
}

function isDeleted(message: Fields): boolean {
  return text(message['$type'])?.endsWith('#deletedMessageView') ?? false;
}

/** A post that is shared: private messages carry nothing else. */
function sharedOf(message: Fields): Attachment[] {
  const embed = fields(message['embed']);
  const [uri, did] = [quotedUri({ embed }), text(fields(fields(embed['record'])['author'])['did']) ?? ''];
  const url = permalinkOf(uri ?? '');
  return url === undefined ? attachmentsOf({ did, record: message, view: undefined }) : [{ type: 'link', url }];
}

function deletionOf(convo: string, { entry, account }: LogEntry): InboundEvent {
  const message = fields(entry['message']);
  const messageId = text(message['id']);
  if (messageId === undefined) return ignored('chat deletion without an id');
  const at = instant(message['sentAt']) ?? new Date(0);
  return { kind: 'message-deleted', account, id: chatKey(convo, messageId), at };
}

function reactionOf(convo: string, { entry, members, account }: LogEntry, isAdded: boolean): InboundEvent {
  const messageId = text(fields(entry['message'])['id']);
  const reaction = fields(entry['reaction']);
  const sender = text(fields(reaction['sender'])['did']);
  const emoji = text(reaction['value']);
  if (messageId === undefined || sender === undefined || emoji === undefined)
    return ignored('chat reaction to nothing');
  const person = list(members)
    .flatMap((member) => personOf(member) ?? [])
    .find(({ id }) => id === sender);
  return {
    kind: 'reaction',
    account,
    on: { message: chatKey(convo, messageId) },
    by: sender === account ? 'us' : (person ?? bare(sender)),
    emoji: isAdded ? emoji : null,
    at: instant(reaction['createdAt']) ?? new Date(0),
  };
}
