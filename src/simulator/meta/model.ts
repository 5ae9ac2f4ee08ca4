/** Our registration with the simulated Meta. */
export interface App {
  readonly id: string;
  readonly secret: string;
  readonly verifyToken: string;
  /** Where it is called; null until somebody has said so and the address has answered. */
  callback: string | null;
}

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly humanAgent: boolean;
  /** The webhook fields that the app gets of it; null when it is not subscribed. */
  subscribed: readonly string[] | null;
}

export interface Token {
  readonly value: string;
  readonly kind: 'PAGE' | 'USER';
  readonly pageId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  isValid: boolean;
}

/** A human as one Page knows them: under one number in comments, under another in Messenger. */
export interface Person {
  readonly id: string;
  readonly psid: string;
  readonly pageId: string;
  readonly name: string;
  isBlocking: boolean;
}

export interface Post {
  readonly id: string;
  readonly pageId: string;
  /** Of a person, or of the Page itself. */
  readonly author: Named;
  readonly createdAt: Date;
  readonly isTagged: boolean;
  message: string;
  updatedAt: Date;
  isDeleted: boolean;
  privateReply: string | null;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Comment {
  readonly id: string;
  readonly pageId: string;
  readonly postId: string;
  /** A post or a comment. */
  readonly parentId: string;
  readonly author: Named;
  readonly photo: string | null;
  readonly createdAt: Date;
  message: string;
  isHidden: boolean;
  isDeleted: boolean;
  isLiked: boolean;
  /** The conversation that was opened from it. */
  privateReply: string | null;
}

export interface Review {
  readonly id: string;
  readonly pageId: string;
  readonly author: Named;
  readonly text: string;
  readonly recommends: boolean;
  readonly createdAt: Date;
}

export interface DirectFile {
  readonly type: string;
  readonly url: string;
  readonly name: string;
}

export interface Direct {
  readonly mid: string;
  readonly from: Named;
  readonly to: Named;
  readonly files: readonly DirectFile[];
  readonly at: Date;
  text: string;
  edits: number;
  isDeleted: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly pageId: string;
  readonly person: Person;
  readonly messages: Direct[];
  updatedAt: Date;
  lastInboundAt: Date | null;
}

/** What a Page of ours has said, in public or to one person. */
export interface Published {
  readonly kind: 'comment' | 'message';
  readonly id: string;
  readonly page: string;
  /** The comment or post that it stands under, or the person it went to. */
  readonly on: string;
  readonly text: string;
  readonly files: readonly string[];
  readonly at: string;
  readonly tag: string | null;
  /** False for what was written in Facebook itself. */
  readonly byApp: boolean;
}

/** Everything there is, as plain data. */
export interface State {
  readonly app: App;
  readonly pages: Map<string, Page>;
  readonly tokens: Map<string, Token>;
  readonly people: Map<string, Person>;
  readonly posts: Map<string, Post>;
  readonly comments: Map<string, Comment>;
  readonly reviews: Map<string, Review>;
  readonly conversations: Map<string, Conversation>;
  readonly uploads: Map<string, DirectFile>;
  readonly published: Published[];
  count: number;
}

export const allScopes = [
  'pages_show_list',
  'pages_manage_metadata',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_messaging',
] as const;

/** An error as the Graph API answers it. */
export class GraphError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly more: { readonly subcode?: number; readonly status?: number; readonly isTransient?: boolean } = {},
  ) {
    super(message);
  }
}
