import type { MessageArrived, PostRef, ThreadRef } from '../../domain/message/inbound-event.js';
import { fields, id, instant, link, list, text, type Fields } from '../kit/read.js';
import { attachmentsOf } from './parse-media.js';
import { personOf } from './parse-person.js';
import { isDirect, statusText, type Status } from './status.js';

export interface FoundStatus {
  readonly status: Status;
  /** The first status of its thread, when it could be read. */
  readonly root: Fields | undefined;
  readonly account: string;
  /** When the server told us of it. */
  readonly seenAt: Date | undefined;
}

/** A status of somebody else: a mention, a reply to us, a direct message or a quote. */
export function eventOfStatus(found: FoundStatus, isQuote: boolean): MessageArrived {
  const { status, account } = found;
  const names = ownNames(status, account);
  const person = personOf(status.raw['account']) ?? {
    id: status.authorId,
    name: status.authorId,
  };
  return {
    ...messageOf(found),
    messageKind: isQuote ? 'quote' : kindOf(found),
    thread: threadOf(found, person.id),
    from: person,
    text: statusText(status.raw, (words) => withoutOwnMention(words, names)),
  };
}

/** What a message of theirs and an echo of ours have in common. */
export function messageOf({ status, account, seenAt }: FoundStatus) {
  const permalink = link(status.raw['url']) ?? link(status.raw['uri']);
  const language = text(status.raw['language']);
  return {
    kind: 'message' as const,
    account,
    id: status.id,
    attachments: attachmentsOf(status.raw),
    sentAt: instant(status.raw['created_at']) ?? seenAt ?? new Date(status.edition),
    edition: status.edition,
    ...(status.parentId === undefined ? {} : { replyTo: status.parentId }),
    ...(permalink === undefined ? {} : { permalink }),
    ...(language === undefined ? {} : { language }),
  };
}

/**
 * A direct exchange is one thread with each person. Otherwise the thread is this person's words under the root;
 * where the root could not be read, what the status answers is the best guess at it.
 */
export function threadOf({ status, root, account }: FoundStatus, personId: string): ThreadRef {
  // No `answers`: what a direct status answers may be public, and the public thread must not go on with it.
  if (isDirect(status)) return { key: `direct:${personId}`, space: 'private' };
  const rootId = id(root?.['id']) ?? status.parentId ?? status.id;
  const post = postUnder(status, root, account);
  return {
    key: `${rootId}:${personId}`,
    space: 'public',
    ...(status.parentId === undefined ? {} : { answers: [status.parentId] }),
    ...(post === undefined ? {} : { post }),
  };
}

export function postOf(raw: Fields, account: string): PostRef | undefined {
  const postId = id(raw['id']);
  if (postId === undefined) return undefined;
  const by = id(fields(raw['account'])['id']) === account ? 'us' : personOf(raw['account']);
  const words = statusText(raw);
  const permalink = link(raw['url']);
  const at = instant(raw['created_at']);
  const image = attachmentsOf(raw).find((attachment) => attachment.type === 'image')?.url;
  return {
    id: postId,
    ...(by === undefined ? {} : { by }),
    ...(words === '' ? {} : { text: words }),
    ...(permalink === undefined ? {} : { permalink }),
    ...(image === undefined ? {} : { imageUrl: image }),
    ...(at === undefined ? {} : { at }),
  };
}

/** The root, or for a quote that starts a thread of its own, what it quotes; never the message itself. */
function postUnder(status: Status, root: Fields | undefined, account: string): PostRef | undefined {
  const quoted = fields(fields(status.raw['quote'])['quoted_status']);
  const post = postOf(root ?? quoted, account);
  return post?.id === status.id ? undefined : post;
}

function kindOf({ status, root, account }: FoundStatus): MessageArrived['messageKind'] {
  if (isDirect(status)) return 'direct';
  const rootAuthor = id(fields(root?.['account'])['id']);
  return rootAuthor === account || status.parentAuthorId === account ? 'comment' : 'mention';
}

function ownNames(status: Status, account: string): readonly string[] {
  const ours = status.mentions.find((mention) => id(mention['id']) === account);
  return list([ours?.['acct'], ours?.['username']]).flatMap((name) => text(name)?.toLowerCase() ?? []);
}

/** "@us, my line is down" says "my line is down"; "@us" alone, or in mid-sentence, stays as it was written. */
function withoutOwnMention(words: string, names: readonly string[]): string {
  const mention = /^@(\w(?:[\w.-]*\w)?(?:@\w[\w.-]*\w)?)[\s,:;]*/u.exec(words);
  const name = mention?.[1]?.toLowerCase();
  if (mention === null || name === undefined || !names.includes(name)) return words;
  return words.slice(mention[0].length) || words;
}
