import { fields, id, instant, list, text, type Fields } from '../kit/read.js';
import { htmlText } from './html-text.js';

/** What the connector reads of a Status, whatever server it came from. */
export interface Status {
  readonly id: string;
  readonly authorId: string;
  readonly visibility: string;
  readonly parentId: string | undefined;
  readonly parentAuthorId: string | undefined;
  readonly mentions: readonly Fields[];
  /** Milliseconds of the last edit, 0 for the first edition. */
  readonly edition: number;
  readonly raw: Fields;
}

/** Undefined for what is no status of somebody: no id, no author, or only a boost of another one. */
export function statusOf(value: unknown): Status | undefined {
  const raw = fields(value);
  const statusId = id(raw['id']);
  const authorId = id(fields(raw['account'])['id']);
  if (statusId === undefined || authorId === undefined) return undefined;
  if (id(fields(raw['reblog'])['id']) !== undefined) return undefined;
  return {
    id: statusId,
    authorId,
    visibility: text(raw['visibility']) ?? 'public',
    parentId: id(raw['in_reply_to_id']),
    parentAuthorId: id(raw['in_reply_to_account_id']),
    mentions: list(raw['mentions']).map(fields),
    edition: instant(raw['edited_at'])?.getTime() ?? 0,
    raw,
  };
}

/** Does the status concern the account: written by it, or mentioning it? */
export function concerns(status: Status, account: string): boolean {
  return status.authorId === account || status.mentions.some((mention) => id(mention['id']) === account);
}

/** Only the author and those named see it. Other values than Mastodon's four are some public. */
export function isDirect(status: Status): boolean {
  return status.visibility === 'direct';
}

/** The content warning as first line, then the text, which `clean` may shorten. */
export function statusText(raw: Fields, clean = (words: string): string => words): string {
  const html = text(raw['content']);
  // Servers before 2.0 and the answer to a deletion have `text`, which is no HTML.
  const words = clean(html === undefined ? (text(raw['text']) ?? '') : htmlText(html));
  const warning = text(raw['spoiler_text'])?.trim();
  return [warning, words].filter((part) => part !== undefined && part !== '').join('\n\n');
}
