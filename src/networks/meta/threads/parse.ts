import type { Author, InboundEvent, MessageArrived, PostRef } from '../../../domain/message/inbound-event.js';
import { given } from '../../kit/given.js';
import { fields, id, link, list, record, text, type Fields } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import { attachmentsOf, isWhole } from './parse-media.js';

/** Set by what was asked for after a webhook told it by half. */
export const readMark = 'relais_read';
const readEdition = 1;

interface Told {
  readonly account: string;
  readonly at: Date | undefined;
}

/** One event in each call, in `values`: one, as the documentation has it, or a list; the envelope of Meta's others is read too. */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  if (Array.isArray(body)) return body.flatMap((one) => parse(one, account));
  const call = record(body);
  if (call === undefined) throw new Error('a body of Threads is an object');
  const entries = list(call['entry']).map(fields);
  const bare = { ...call, id: call['target_id'] };
  const events = [bare, ...entries].flatMap((entry) => eventsOfEntry(entry, account));
  return events.length === 0 ? [ignored('a call with nothing')] : events;
}

function eventsOfEntry(entry: Fields, account: string | null): InboundEvent[] {
  const { values } = entry;
  const told = Array.isArray(values) ? list(values) : values === undefined ? [] : [values];
  const flat = entry['field'] === undefined ? [] : [entry];
  const changes = [...told, ...list(entry['changes']), ...flat].map(fields);
  const to = id(entry['id']) ?? account;
  if (changes.length === 0) return [];
  if (to === null || to === '0') return [ignored('a call for nobody')];
  return changes.flatMap((change) => eventsOfChange(change, { account: to, at: moment(entry['time']) }));
}

function eventsOfChange(change: Fields, told: Told): InboundEvent[] {
  const field = text(change['field']) ?? 'nameless';
  const value = record(change['value']);
  const postId = id(value?.['id']);
  if (value === undefined || postId === undefined) return [ignored(`${field} without an id`)];
  switch (field) {
    case 'replies':
      return said(value, { ...told, postId, messageKind: 'comment' });
    case 'mentions':
      return said(value, { ...told, postId, messageKind: 'mention' });
    case 'delete':
      return deleted(value, postId, told);
    case 'publish':
      return [ownPost(value, postId, told)];
    default:
      return [ignored(`field ${field}`)];
  }
}

interface Of extends Told {
  readonly postId: string;
  readonly messageKind: 'comment' | 'mention';
}

function said(value: Fields, of: Of): InboundEvent[] {
  const from = authorOf(value, of.account, of.postId);
  if (from === 'us' && of.messageKind === 'mention') return [ignored('mentions by ourselves')];
  const root = rootOf(value, of);
  const parent = id(fields(value['replied_to'])['id']);
  const event: MessageArrived = {
    kind: 'message',
    network: 'threads',
    account: of.account,
    id: of.postId,
    messageKind: of.messageKind,
    thread: {
      key: `${root.id}:${from === 'us' ? (parent ?? of.postId) : from.id}`,
      space: 'public',
      ...given('answers', answered(from, parent, root)),
      post: root,
    },
    from,
    ...contentOf(value, of),
    ...given('replyTo', parent === root.id ? undefined : parent),
    ...given('permalink', link(value['permalink'])),
    ...(from === 'us'
      ? { via: 'Threads' }
      : given('thin', isWhole(value) || value[readMark] ? undefined : `${of.messageKind}:${of.postId}`)),
  };
  return [event, ...hidden(value, of)];
}

function answered(from: 'us' | Author, parent: string | undefined, root: PostRef): readonly string[] | undefined {
  if (parent !== undefined && parent !== root.id) return [parent];
  return from === 'us' ? [root.id] : undefined;
}

function contentOf(value: Fields, { at }: Told): Pick<MessageArrived, 'text' | 'attachments' | 'sentAt' | 'edition'> {
  const wrote = words(value['text']);
  const attachments = attachmentsOf(value);
  const isNothing = wrote === undefined && attachments.length === 0;
  return {
    text: wrote ?? '',
    attachments: isNothing ? [{ type: 'unsupported' }] : attachments,
    sentAt: timeOf(moment(value['timestamp']), at),
    edition: value[readMark] === undefined ? 0 : readEdition,
  };
}

/** Threads tells no number of a person, only the name of the day; ours is the name of whoever owns the root. */
function authorOf(value: Fields, account: string, postId: string): 'us' | Author {
  const root = fields(value['root_post']);
  const username = words(value['username']);
  const isRootOurs = id(root['owner_id']) === account || id(fields(root['owner'])['id']) === account;
  if (value['relais_ours'] === true || (isRootOurs && username !== undefined && username === words(root['username']))) {
    return 'us';
  }
  if (username === undefined) return { id: `post:${postId}`, name: '' };
  const profileUrl = `https://www.threads.net/@${encodeURIComponent(username)}`;
  return {
    id: username,
    name: username,
    handle: username,
    profileUrl,
    ...given('avatarUrl', link(value['profile_picture_url'])),
  };
}

function rootOf(value: Fields, { account, postId }: Of): PostRef {
  const root = fields(value['root_post']);
  const rootId = id(root['id']) ?? id(fields(value['replied_to'])['id']) ?? postId;
  const isOurs = id(root['owner_id']) === account;
  return {
    id: rootId,
    ...given('by', isOurs ? ('us' as const) : undefined),
    ...given('text', words(root['text'])),
    ...given('permalink', link(root['permalink'])),
  };
}

function hidden(value: Fields, { account, postId, at }: Of): InboundEvent[] {
  const status = text(value['hide_status']);
  if (status !== 'HIDDEN' && status !== 'HUSHED') return [];
  const seenAt = timeOf(at, moment(value['timestamp']));
  return [{ kind: 'message-hidden', network: 'threads', account, id: postId, hidden: true, at: seenAt }];
}

/** Whether a person's, which is a message, or ours is not told; an id is only ever one of the two. */
function deleted(value: Fields, postId: string, { account, at }: Told): InboundEvent[] {
  const deletedAt = timeOf(moment(value['deleted_at']), at, moment(value['timestamp']));
  const of = { network: 'threads', account, id: postId, at: deletedAt };
  return [
    { kind: 'message-deleted', ...of },
    { kind: 'post-deleted', ...of },
  ];
}

function ownPost(value: Fields, postId: string, { account }: Told): InboundEvent {
  const attachments = attachmentsOf(value);
  return {
    kind: 'post',
    network: 'threads',
    account,
    post: {
      id: postId,
      by: 'us',
      ...given('text', words(value['text'])),
      ...given('permalink', link(value['permalink'])),
      ...given('imageUrl', attachments.find(({ type }) => type === 'image')?.url),
      ...given('at', moment(value['timestamp'])),
    },
    attachments,
  };
}
