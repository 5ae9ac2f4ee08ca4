import type { Author, MessageArrived, PostRef, PostSeen } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, instant, list, text, type Fields } from '../kit/read.js';
import { permalinkOf, readUri, threadKey } from './address.js';
import { mentionsIn } from './facets.js';
import { attachmentsOf, quotedUri } from './parse-media.js';
import { personOf } from './parse-person.js';

/** A post with all that was read around it. */
export interface FoundPost {
  readonly uri: string;
  readonly did: string;
  readonly record: Fields;
  readonly author: Author | undefined;
  /** The network's clock, where it told. */
  readonly seenAt: Date | undefined;
  /** Posts as the network shows them, by their addresses: this one, its root, what it quotes. */
  readonly views: ReadonlyMap<string, Fields>;
  readonly account: string;
}

export function viewsIn(value: unknown): ReadonlyMap<string, Fields> {
  return new Map(
    list(value)
      .map(fields)
      .flatMap((view) => {
        const uri = text(view['uri']);
        return uri === undefined ? [] : [[uri, view] as const];
      }),
  );
}

export function replyOf(record: Fields): { readonly parent: string | undefined; readonly root: string | undefined } {
  const reply = fields(record['reply']);
  const [parent, root] = [text(fields(reply['parent'])['uri']), text(fields(reply['root'])['uri'])];
  return { parent: parent ?? root, root: root ?? parent };
}

/** Does a post of somebody else speak to the account: an answer, a mention, a quote? */
export function concerns(record: Fields, account: string): boolean {
  const { parent, root } = replyOf(record);
  const about = [parent, root, quotedUri(record)].map((uri) => readUri(uri)?.did);
  return about.includes(account) || mentionsIn(record).includes(account);
}

/** What somebody else wrote: an answer, a mention or a quote. */
export function eventOfPost(found: FoundPost, reason: string | undefined): MessageArrived {
  return {
    ...messageOf(found),
    messageKind: kindOf(found, reason),
    thread: threadOf(found, found.did),
    from: found.author ?? { id: found.did, name: '' },
  };
}

/** What we wrote, by whatever means: an answer to somebody is an echo, anything else a post of ours. */
export function eventOfOwn(found: FoundPost): MessageArrived | PostSeen {
  const addressee = addresseeOf(found);
  if (addressee === undefined) {
    const post = postOf(found.uri, found) ?? { id: found.uri };
    return { kind: 'post', account: found.account, post, attachments: attachmentsOf(shownOf(found)) };
  }
  return {
    ...messageOf(found),
    messageKind: 'comment',
    thread: threadOf(found, addressee.id),
    from: 'us',
    with: addressee,
  };
}

function messageOf(found: FoundPost) {
  const { uri, record, account } = found;
  const { parent } = replyOf(record);
  return {
    kind: 'message' as const,
    account,
    id: uri,
    text: text(record['text']) ?? '',
    attachments: attachmentsOf(shownOf(found)),
    // The author's own clock may say anything.
    sentAt: found.seenAt ?? instant(record['createdAt']) ?? new Date(0),
    edition: 0,
    ...present({ replyTo: parent, permalink: permalinkOf(uri), language: text(list(record['langs'])[0]) }),
  };
}

function shownOf({ did, record, uri, views }: FoundPost) {
  return { did, record, view: views.get(uri) };
}

function threadOf(found: FoundPost, personId: string): MessageArrived['thread'] {
  const { parent, root } = replyOf(found.record);
  const under = root ?? quotedUri(found.record);
  const post = under === undefined || under === found.uri ? undefined : postOf(under, found);
  return {
    key: threadKey(root ?? found.uri, personId),
    space: 'public',
    ...present({ answers: parent === undefined ? undefined : [parent], post }),
  };
}

/** What is known of a post: all of it where it was read, else who wrote it, which its address says. */
function postOf(uri: string, { views, account }: FoundPost): PostRef | undefined {
  const did = readUri(uri)?.did;
  if (did === undefined) return undefined;
  const view = views.get(uri) ?? {};
  const record = fields(view['record']);
  const by = did === account ? 'us' : personOf(view['author']);
  return {
    id: uri,
    ...present({
      by,
      text: text(record['text']),
      permalink: permalinkOf(uri),
      imageUrl: attachmentsOf({ did, record, view }).find(({ type }) => type === 'image')?.url,
      at: instant(view['indexedAt']) ?? instant(record['createdAt']),
    }),
  };
}

function kindOf({ record, account }: FoundPost, reason: string | undefined): MessageArrived['messageKind'] {
  const { parent, root } = replyOf(record);
  const isUnderUs = [parent, root].some((uri) => readUri(uri)?.did === account);
  if (isUnderUs) return 'comment';
  return reason === 'quote' || readUri(quotedUri(record))?.did === account ? 'quote' : 'mention';
}

/** Of an answer to a post of our own, or to ourselves, the thread's first author is whom it is for. */
function addresseeOf({ record, account, views }: FoundPost): Author | undefined {
  const { parent, root } = replyOf(record);
  const about = [parent, root].find((uri) => {
    const did = readUri(uri)?.did;
    return did !== undefined && did !== account;
  });
  const did = readUri(about)?.did;
  if (about === undefined || did === undefined) return undefined;
  return personOf(views.get(about)?.['author']) ?? { id: did, name: '' };
}
