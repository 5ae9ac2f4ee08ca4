import { GraphError, type App, type DirectFile } from '../model.js';

/** An account of ours. */
export interface Account {
  readonly id: string;
  /** The number that only our app knows it by. */
  readonly scopedId: string;
  readonly username: string;
  readonly pageId: string;
  readonly humanAgent: boolean;
  subscribed: readonly string[] | null;
}

export interface Token {
  readonly value: string;
  /** Of Instagram's own login, or of the Page. */
  readonly login: 'instagram' | 'facebook';
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly madeAt: Date;
  readonly expiresAt: Date | null;
  isValid: boolean;
}

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly accountId: string;
  isBlocking: boolean;
}

export interface Media {
  readonly id: string;
  /** Null for what somebody else has posted. */
  readonly accountId: string | null;
  readonly username: string;
  readonly caption: string;
  readonly at: Date;
  readonly tags: string | null;
}

export interface Comment {
  readonly id: string;
  readonly mediaId: string;
  readonly parentId: string | null;
  readonly from: { readonly id: string; readonly username: string };
  readonly text: string;
  readonly at: Date;
  isHidden: boolean;
  isDeleted: boolean;
  isAnsweredInPrivate: boolean;
}

export interface Direct {
  readonly mid: string;
  readonly isOurs: boolean;
  readonly text: string;
  readonly files: readonly DirectFile[];
  readonly story: { readonly id: string; readonly url: string } | null;
  readonly at: Date;
  isDeleted: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly accountId: string;
  readonly person: Person;
  readonly messages: Direct[];
  lastInboundAt: Date | null;
}

/** What our accounts have said. */
export interface Published {
  readonly kind: 'comment' | 'mention' | 'message';
  readonly id: string;
  /** The media or comment that it stands under, or the person it went to. */
  readonly on: string;
  readonly text: string;
  readonly files: readonly string[];
  readonly tag: string | null;
}

/** Everything there is, as plain data. */
export interface State {
  readonly app: App;
  readonly accounts: Map<string, Account>;
  readonly tokens: Map<string, Token>;
  readonly people: Map<string, Person>;
  readonly media: Map<string, Media>;
  readonly comments: Map<string, Comment>;
  readonly conversations: Map<string, Conversation>;
  readonly uploads: Map<string, DirectFile>;
  readonly codes: Map<string, string>;
  readonly published: Published[];
  count: number;
}

export const scopesOf = {
  instagram: [
    'instagram_business_basic',
    'instagram_business_manage_messages',
    'instagram_business_manage_comments',
  ] as const,
  facebook: [
    'instagram_basic',
    'instagram_manage_comments',
    'instagram_manage_messages',
    'pages_manage_metadata',
  ] as const,
};

export function newState(app: App): State {
  return {
    app,
    accounts: new Map(),
    tokens: new Map(),
    people: new Map(),
    media: new Map(),
    comments: new Map(),
    conversations: new Map(),
    uploads: new Map(),
    codes: new Map(),
    published: [],
    count: 0,
  };
}

export function need<T>(found: T | undefined, id: string): T {
  if (found !== undefined) return found;
  throw new GraphError(100, `Object with ID '${id}' does not exist`, { subcode: 33 });
}
