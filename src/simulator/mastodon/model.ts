export const visibilities = ['public', 'unlisted', 'private', 'direct'] as const;
export type Visibility = (typeof visibilities)[number];

export interface Person {
  readonly id: string;
  readonly username: string;
  /** Null for the people of this server. */
  readonly host: string | null;
  readonly displayName: string;
  readonly createdAt: Date;
}

export interface Media {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
  /** How often it will still be answered as being processed. */
  looks: number;
}

export interface Post {
  readonly id: string;
  readonly author: Person;
  readonly visibility: Visibility;
  readonly createdAt: Date;
  readonly application: string | null;
  readonly favouritedBy: Set<string>;
  readonly quotes: string | null;
  inReplyTo: string | null;
  text: string;
  spoiler: string;
  language: string;
  mentions: readonly Person[];
  media: readonly Media[];
  editedAt: Date | null;
}

export interface Notice {
  readonly id: string;
  readonly to: string;
  readonly type: 'mention' | 'favourite' | 'quote' | 'follow';
  readonly from: Person;
  readonly statusId: string | null;
  readonly createdAt: Date;
}

/** What one of our accounts has published: one for each status that exists or existed. */
export interface Published {
  readonly id: string;
  readonly account: string;
  readonly acct: string;
  readonly text: string;
  readonly visibility: Visibility;
  readonly inReplyTo: string | null;
  readonly mentions: readonly string[];
  readonly media: readonly string[];
  readonly at: string;
  readonly idempotencyKey: string | null;
}

export interface Token {
  readonly value: string;
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly application: string;
}

/** Ways in which other servers differ from Mastodon; each is off unless it is asked for. */
export interface Quirks {
  /** Ids with letters, as Pleroma and GoToSocial give them. */
  readonly letterIds?: boolean;
  readonly instance?: 'v2' | 'v1' | 'none';
  readonly ignoresMinId?: boolean;
  readonly noLinkHeaders?: boolean;
  readonly noRateHeaders?: boolean;
  readonly noContext?: boolean;
  /** No `GET /api/v1/statuses/:id`. */
  readonly noStatusRead?: boolean;
  readonly noOwnStatuses?: boolean;
  /** 400 for a notification type that Pleroma does not know. */
  readonly strictTypes?: boolean;
  readonly streamToken?: 'both' | 'header' | 'query';
  readonly noStreaming?: boolean;
  /** Keys are forgotten at once. */
  readonly noIdempotency?: boolean;
  /** The most entries of a page, whatever is asked. */
  readonly pageCap?: number;
  readonly maxCharacters?: number;
}

/** An error as the API answers it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
