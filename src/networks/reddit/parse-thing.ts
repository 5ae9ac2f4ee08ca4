import type { InboundEvent, MessageArrived, PostRef } from '../../domain/message/inbound-event.js';
import { fields, id, text, type Fields } from '../kit/read.js';
import { authorOf, isGone, isUs, momentOf, permalinkOf } from './names.js';
import { mediaIn } from './parse-media.js';

const ignored = (what: string): InboundEvent => ({ kind: 'ignored', what });

/** A comment (t1), a post (t3) or a private message (t4), as listings hold them. */
export function parseThing({ kind, data }: Fields, account: string | null): InboundEvent {
  const thing = fields(data);
  const type = text(kind) ?? 'thing';
  const name = nameOf(type, thing);
  const at = momentOf(thing['created_utc']);
  if (account === null || name === undefined || at === undefined) return ignored(type);
  const facts = { account, name, at, thing };
  return kinds[type]?.(facts) ?? ignored(type);
}

const kinds: Readonly<Record<string, (facts: Facts) => InboundEvent>> = {
  t1: comment,
  t3: post,
  t4: privateMessage,
};

function nameOf(type: string, thing: Fields): string | undefined {
  const bare = id(thing['id']);
  return id(thing['name']) ?? (bare === undefined ? undefined : `${type}_${bare}`);
}

interface Facts {
  readonly account: string;
  readonly name: string;
  readonly at: Date;
  readonly thing: Fields;
}

function comment({ account, name, at, thing }: Facts): InboundEvent {
  const words = text(thing['body']) ?? '';
  const link = linkOf(thing);
  const author = authorOf(thing['author']);
  if (isGone(words) || !author) return { kind: 'message-deleted', account, id: name, at: editedAt(thing) ?? at };
  if (link === undefined) return ignored('comment under no post');
  const parent = id(thing['parent_id']) ?? link.id;
  return {
    kind: 'message',
    account,
    id: name,
    messageKind: text(thing['type']) === 'username_mention' ? 'mention' : 'comment',
    thread: { key: `${link.id}:${author.id}`, space: 'public', answers: [parent], post: link },
    from: isUs(author.id, account) ? 'us' : author,
    text: words,
    attachments: mediaIn(thing),
    sentAt: at,
    edition: editionOf(thing),
    replyTo: parent,
    ...placeOf(thing),
  };
}

function placeOf(thing: Fields): { readonly permalink?: string } {
  const permalink = permalinkOf(thing['permalink'] ?? withoutQuery(thing['context']));
  return permalink === undefined ? {} : { permalink };
}

/** The post a comment stands under: named, or in the address that an inbox gives instead. */
function linkOf(thing: Fields): PostRef | undefined {
  const [, fromAddress] =
    /\/comments\/([a-z0-9]+)\//iu.exec(text(thing['context']) ?? text(thing['permalink']) ?? '') ?? [];
  const post = id(thing['link_id']) ?? (fromAddress === undefined ? undefined : `t3_${fromAddress}`);
  if (post === undefined) return undefined;
  const title = text(thing['link_title']);
  const permalink = permalinkOf(thing['link_permalink']);
  return {
    id: post,
    ...(title === undefined ? {} : { text: title }),
    ...(permalink === undefined ? {} : { permalink }),
  };
}

function post({ account, name, at, thing }: Facts): InboundEvent {
  const words = [text(thing['title']), text(thing['selftext'])].filter((one) => one !== undefined).join('\n\n');
  const author = authorOf(thing['author']);
  if (!author || isGone(text(thing['selftext']) ?? '')) return { kind: 'message-deleted', account, id: name, at };
  const place = placeOf(thing);
  const attachments = mediaIn(thing);
  if (isUs(author.id, account)) {
    return { kind: 'post', account, post: { id: name, by: 'us', text: words, at, ...place }, attachments };
  }
  return {
    kind: 'message',
    account,
    id: name,
    messageKind: 'visitor-post',
    thread: { key: `${name}:${author.id}`, space: 'public', post: { id: name, by: author, text: words, at, ...place } },
    from: author,
    text: words,
    attachments,
    sentAt: at,
    edition: editionOf(thing),
    ...place,
  };
}

/** Between two people; what a subreddit writes has no author, and what goes to one (`#name`) comes by its modmail. */
function privateMessage({ account, name, at, thing }: Facts): InboundEvent {
  const author = authorOf(thing['author']);
  const dest = text(thing['dest']) ?? '';
  if (!author || dest.startsWith('#')) return ignored('message of a subreddit');
  const ours = isUs(author.id, account);
  const to = ours ? authorOf(dest) : author;
  if (!to) return ignored('message to nobody');
  const first = id(thing['first_message_name']);
  const subject = first === undefined ? text(thing['subject']) : undefined;
  const parent = id(thing['parent_id']);
  return {
    kind: 'message',
    account,
    id: name,
    messageKind: 'direct',
    thread: { key: `pm:${first ?? name}`, space: 'private' },
    ...partyOf(ours, to),
    text: [subject, text(thing['body'])].filter((one) => one !== undefined).join('\n\n'),
    attachments: [],
    sentAt: at,
    edition: 0,
    ...(parent === undefined ? {} : { replyTo: parent }),
  };
}

function partyOf(
  ours: boolean,
  customer: NonNullable<ReturnType<typeof authorOf>>,
): Pick<MessageArrived, 'from' | 'with'> {
  return ours ? { from: 'us', with: customer } : { from: customer };
}

/** `edited` is false, or the second of the last edit. */
function editedAt(thing: Fields): Date | undefined {
  return momentOf(thing['edited']);
}

function editionOf(thing: Fields): number {
  return Math.max(0, Math.floor((editedAt(thing)?.getTime() ?? 0) / 1000));
}

function withoutQuery(address: unknown): string | undefined {
  return text(address)?.replace(/\?.*$/u, '');
}
