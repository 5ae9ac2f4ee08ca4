import type { InboundEvent, PostRef } from '../../domain/message/inbound-event.js';
import { fields, id, number, text, type Fields } from '../kit/read.js';
import { authorOf, isUs, permalinkOf } from './names.js';

const ignored = (what: string): InboundEvent[] => [{ kind: 'ignored', what }];

/**
 * What the app in the subreddit saw (developers.reddit.com, "Triggers"), in an envelope of ours:
 * `{account, type, event}`, where `event` is the trigger's own object.
 */
export function parseDevvit(body: Fields, account: string | null): InboundEvent[] {
  const type = text(body['type'])?.replace(/^on/u, '') ?? 'event';
  const event = fields(body['event']);
  if (account === null) return ignored(`${type} of no account`);
  const scene = { account, event };
  if (/^(?:Comment(?:Create|Submit|Update)|MentionInCommentCreate)$/u.test(type)) return comment(type, scene);
  if (/^Post(?:Create|Submit|Update)$/u.test(type)) return post(scene);
  if (type === 'CommentDelete') return gone(event['commentId'], scene, 'message-deleted');
  if (type === 'PostDelete') return gone(event['postId'], scene, 'post-deleted');
  return ignored(type);
}

interface Scene {
  readonly account: string;
  readonly event: Fields;
}

function comment(type: string, { account, event }: Scene): InboundEvent[] {
  const told = fields(event['comment']);
  const author = authorOf(fields(event['author'])['name'] ?? told['author']);
  const name = id(told['id']);
  const link = postOf(event, id(told['postId']));
  const sentAt = momentIn(told['createdAt']);
  if (!author || name === undefined || !link || !sentAt) return ignored(type);
  const parent = id(told['parentId']) ?? link.id;
  return [
    {
      kind: 'message',
      account,
      id: name,
      messageKind: type === 'MentionInCommentCreate' ? 'mention' : 'comment',
      thread: { key: `${link.id}:${author.id}`, space: 'public', answers: [parent], post: link },
      from: isUs(author.id, account) ? 'us' : author,
      text: text(told['body']) ?? '',
      attachments: [],
      sentAt,
      edition: editionOf(told['lastModifiedAt'], sentAt),
      replyTo: parent,
      ...placeOf(told),
    },
  ];
}

function post({ account, event }: Scene): InboundEvent[] {
  const told = fields(event['post']);
  const author = authorOf(fields(event['author'])['name']);
  const ref = postOf(event, id(told['id']));
  const sentAt = momentIn(told['createdAt']);
  if (!author || !ref || !sentAt) return ignored('Post');
  if (isUs(author.id, account)) {
    return [{ kind: 'post', account, post: { ...ref, by: 'us', at: sentAt }, attachments: [] }];
  }
  return [
    {
      kind: 'message',
      account,
      id: ref.id,
      messageKind: 'visitor-post',
      thread: { key: `${ref.id}:${author.id}`, space: 'public', post: { ...ref, by: author, at: sentAt } },
      from: author,
      text: ref.text ?? '',
      attachments: [],
      sentAt,
      edition: editionOf(told['updatedAt'], sentAt),
      ...(ref.permalink === undefined ? {} : { permalink: ref.permalink }),
    },
  ];
}

function placeOf(told: Fields): { readonly permalink?: string } {
  const permalink = permalinkOf(told['permalink']);
  return permalink === undefined ? {} : { permalink };
}

function gone(name: unknown, { account, event }: Scene, kind: 'message-deleted' | 'post-deleted'): InboundEvent[] {
  const known = id(name);
  const at = momentIn(event['deletedAt']) ?? momentIn(event['createdAt']);
  return known === undefined || !at ? ignored(kind) : [{ kind, account, id: known, at }];
}

function postOf(event: Fields, name: string | undefined): PostRef | undefined {
  const told = fields(event['post']);
  const post = name ?? id(told['id']);
  if (post === undefined) return undefined;
  const words = [text(told['title']), text(told['selftext'])].filter((one) => one !== undefined).join('\n\n');
  return { id: post, ...(words === '' ? {} : { text: words }), ...placeOf(told) };
}

/** Triggers give milliseconds since 1970, or ISO 8601. */
function momentIn(value: unknown): Date | undefined {
  const ms = number(value) ?? (typeof value === 'string' ? Date.parse(value) : Number.NaN);
  const at = new Date(ms);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function editionOf(changed: unknown, sentAt: Date): number {
  const at = momentIn(changed);
  return at && at > sentAt ? Math.max(0, Math.floor(at.getTime() / 1000)) : 0;
}
