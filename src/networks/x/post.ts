import { fields, firstId, id, instant, list, text, type Fields } from '../kit/read.js';

/** A post, whichever of X's vocabularies it was told in. */
export interface Post {
  /** Of its first edition: every edit has another id of its own. */
  readonly id: string;
  readonly edition: number;
  readonly authorId: string;
  readonly conversationId: string;
  readonly parentId: string | undefined;
  readonly parentAuthorId: string | undefined;
  readonly quotedId: string | undefined;
  readonly isRepost: boolean;
  readonly text: string;
  readonly entities: Fields;
  readonly mediaKeys: readonly string[];
  /** Of the API before, the media themselves. */
  readonly media: readonly unknown[];
  readonly at: Date | undefined;
  readonly language: string | undefined;
}

/** Undefined for what is no post of somebody. */
export function postOf(value: unknown): Post | undefined {
  const raw = fields(value);
  const postId = id(raw['id_str']) ?? id(raw['id']);
  const authorId = id(raw['author_id']) ?? id(fields(raw['user'])['id_str']) ?? id(fields(raw['user'])['id']);
  if (postId === undefined || authorId === undefined) return undefined;
  const history = list(raw['edit_history_tweet_ids'] ?? raw['edit_history_post_ids']).flatMap((one) => id(one) ?? []);
  const first = history[0] ?? postId;
  return {
    id: first,
    edition: Math.max(0, history.indexOf(postId)),
    authorId,
    ...placeOf(raw, first),
    ...wordsOf(raw),
    at: instant(raw['created_at']),
    language: languageOf(text(raw['lang'])),
  };
}

const parentNames = [
  'in_reply_to_tweet_id',
  'in_reply_to_post_id',
  'in_reply_to_status_id_str',
  'in_reply_to_status_id',
];

function placeOf(raw: Fields, own: string) {
  const about = list(raw['referenced_tweets'] ?? raw['referenced_posts']).map(fields);
  const one = (type: string): string | undefined => id(about.find((ref) => ref['type'] === type)?.['id']);
  const parentId = one('replied_to') ?? firstId(raw, parentNames);
  return {
    // The API before tells no conversation: what a post answers is the best guess at it.
    conversationId: id(raw['conversation_id']) ?? parentId ?? own,
    parentId,
    parentAuthorId: firstId(raw, ['in_reply_to_user_id_str', 'in_reply_to_user_id']),
    quotedId: one('quoted') ?? id(raw['quoted_status_id_str']),
    isRepost: one('retweeted') !== undefined || raw['retweeted_status'] !== undefined,
  };
}

/** Long posts have their whole text apart. */
function wordsOf(raw: Fields) {
  const long = fields(raw['note_tweet'] ?? raw['note_post'] ?? raw['extended_tweet']);
  const attachments = fields(raw['attachments']);
  const entities = long['entities'] ?? raw['entities'];
  const extended = fields(fields(raw['extended_tweet'])['extended_entities'] ?? raw['extended_entities']);
  return {
    text: text(long['text']) ?? text(long['full_text']) ?? text(raw['full_text']) ?? text(raw['text']) ?? '',
    entities: fields(entities),
    mediaKeys: list(attachments['media_keys']).flatMap((key) => text(key) ?? []),
    media: list(extended['media'] ?? fields(raw['entities'])['media']),
  };
}

/** X has codes of its own for "no language" (docs.x.com, "und", "qme"…). */
function languageOf(code: string | undefined): string | undefined {
  return code === undefined || code === 'und' || /^q[a-z]{2}$/u.test(code) ? undefined : code;
}
