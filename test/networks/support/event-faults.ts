import { attachmentTypes, type Attachment } from '../../../src/domain/message/attachment.js';
import {
  messageKinds,
  type Author,
  type InboundEvent,
  type MessageArrived,
  type PostRef,
  type PostSeen,
  type ReactionChanged,
  type Receipt,
  type ThreadRef,
} from '../../../src/domain/message/inbound-event.js';

/** What is wrong with an event, whatever the body was that it was made from; nothing for a sound one. */
export function faultsOf(event: InboundEvent): string[] {
  if (event.kind === 'ignored') return text('what', event.what);
  const faults = [...id('account', event.account), ...specific(event)];
  const instants = [...('at' in event ? [event.at] : []), ...('upTo' in event ? [event.upTo] : [])];
  return [...faults, ...instants.flatMap((at) => instant('at', at))];
}

type Told = Exclude<InboundEvent, { kind: 'ignored' }>;

function specific(event: Told): string[] {
  if (event.kind === 'message') return ofMessage(event);
  if (event.kind === 'post') return [...ofPost(event.post), ...event.attachments.flatMap(ofAttachment)];
  if (event.kind === 'reaction') return ofReaction(event);
  if (event.kind === 'receipt') {
    return [...maybeId('thread', event.thread), ...(event.messages ?? []).flatMap((one) => id('messages', one))];
  }
  return ofChange(event);
}

function ofReaction({ on, by, emoji }: ReactionChanged): string[] {
  const subject = 'post' in on ? on.post : on.message;
  return [...id('on', subject), ...author(by), ...(emoji === null ? [] : id('emoji', emoji))];
}

function ofChange(event: Exclude<Told, MessageArrived | PostSeen | ReactionChanged | Receipt>): string[] {
  switch (event.kind) {
    case 'message-deleted':
    case 'message-hidden':
    case 'post-deleted':
      return id('id', event.id);
    case 'reachability':
      return [...id('thread', event.thread), ...(typeof event.reachable === 'boolean' ? [] : ['reachable'])];
    case 'thread-moved':
      return [...id('from', event.from), ...id('to', event.to)];
    case 'message-failed':
      return [...id('id', event.id), ...id('failure', event.failure), ...id('code', event.code)];
    case 'account-notice':
      return [...id('code', event.code), ...text('detail', event.detail)];
  }
}

function ofMessage(event: MessageArrived): string[] {
  return [
    ...id('id', event.id),
    ...(messageKinds.includes(event.messageKind) ? [] : ['messageKind']),
    ...ofThread(event.thread),
    ...author(event.from),
    ...(event.with === undefined ? [] : author(event.with)),
    ...text('text', event.text),
    ...event.attachments.flatMap(ofAttachment),
    ...instant('sentAt', event.sentAt),
    ...(Number.isSafeInteger(event.edition) && event.edition >= 0 ? [] : [`edition ${event.edition}`]),
    ...maybeId('replyTo', event.replyTo),
    ...maybeLink('permalink', event.permalink),
    ...maybeId('language', event.language),
    ...maybeId('marker', event.marker),
    ...maybeId('thin', event.thin),
    ...maybeId('via', event.via),
    ...(event.rating === undefined || (event.rating >= 1 && event.rating <= 5) ? [] : ['rating']),
  ];
}

function ofThread(thread: ThreadRef): string[] {
  return [
    ...id('thread.key', thread.key),
    ...(['public', 'private'].includes(thread.space) ? [] : ['thread.space']),
    ...(thread.answers ?? []).flatMap((one) => id('thread.answers', one)),
    ...(thread.post === undefined ? [] : ofPost(thread.post)),
  ];
}

function ofPost(post: PostRef): string[] {
  return [
    ...id('post.id', post.id),
    ...(post.by === undefined ? [] : author(post.by)),
    ...(post.text === undefined ? [] : text('post.text', post.text)),
    ...maybeLink('post.permalink', post.permalink),
    ...maybeLink('post.imageUrl', post.imageUrl),
    ...(post.at === undefined ? [] : instant('post.at', post.at)),
  ];
}

function author(by: 'us' | Author): string[] {
  if (by === 'us') return [];
  return [
    ...id('author.id', by.id),
    // Empty where the network does not tell: whoever stores it may ask `profile`.
    ...text('author.name', by.name),
    ...maybeId('author.handle', by.handle),
    ...maybeLink('author.avatarUrl', by.avatarUrl),
    ...maybeLink('author.profileUrl', by.profileUrl),
    ...maybeId('author.language', by.language),
    ...(by.followers === undefined || Number.isFinite(by.followers) ? [] : ['author.followers']),
    ...(by.isBot === undefined || typeof by.isBot === 'boolean' ? [] : ['author.isBot']),
  ];
}

function ofAttachment(attachment: Attachment): string[] {
  const { type, url, ref, name, mime, title, size, latitude, longitude } = attachment;
  const texts = Object.entries({ ref, name, mime, title });
  const numbers = Object.entries({ size, latitude, longitude });
  return [
    ...(attachmentTypes.includes(type) ? [] : ['attachment.type']),
    ...maybeLink('attachment.url', url),
    ...texts.flatMap(([field, value]) => maybeId(`attachment.${field}`, value)),
    ...numbers.flatMap(([field, value]) => (value === undefined || Number.isFinite(value) ? [] : [field])),
  ];
}

function id(name: string, value: unknown): string[] {
  return typeof value === 'string' && value !== '' && value !== 'undefined' && value !== '[object Object]'
    ? []
    : [`${name} is ${JSON.stringify(value)}`];
}

function maybeId(name: string, value: unknown): string[] {
  return value === undefined ? [] : id(name, value);
}

function text(name: string, value: unknown): string[] {
  return typeof value === 'string' ? [] : [`${name} is no text`];
}

/** It is shown as a link: anything but http is a way to run something. */
function maybeLink(name: string, value: unknown): string[] {
  if (value === undefined || (typeof value === 'string' && /^https?:\/\//iu.test(value))) return [];
  return [`${name} is ${JSON.stringify(value)}`];
}

function instant(name: string, value: unknown): string[] {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? [] : [`${name} is no instant`];
}
