/** Somebody who can speak: a person or a bot. */
export interface Account {
  readonly id: number;
  readonly isBot: boolean;
  readonly username: string;
  readonly name: string;
  readonly language: string | null;
}

export interface Person extends Account {
  readonly isBot: false;
  isDeactivated: boolean;
}

export interface Bot extends Account {
  readonly isBot: true;
  /** Null once BotFather has revoked it. */
  token: string | null;
  /** Sees everything that is said in its groups, not only what is meant for it. */
  readonly seesGroups: boolean;
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';
export type Standing = 'member' | 'administrator' | 'left' | 'kicked';

export interface Chat {
  readonly key: string;
  readonly id: number;
  readonly type: ChatType;
  readonly title: string;
  readonly username: string | null;
  readonly isForum: boolean;
  /** The private messages of a channel, a topic for each person. */
  readonly isDirect: boolean;
  /** The person of a private chat or a business chat. */
  readonly person: Person | null;
  /** Where the posts of a channel are discussed. */
  readonly discussion: Chat | null;
  /** Where people write to the channel in private. */
  readonly direct: Chat | null;
  readonly connection: Connection | null;
  /** How each bot stands to it: in a private chat, `kicked` is a bot that is blocked. */
  readonly standings: Map<number, Standing>;
  readonly messages: Map<number, Message>;
  movedTo: number | null;
}

/** A person lets a bot speak for their own account. */
export interface Connection {
  readonly id: string;
  readonly owner: Person;
  readonly bot: Bot;
  readonly madeAt: number;
  isEnabled: boolean;
  mayReply: boolean;
}

export type FileKind = 'photo' | 'document' | 'video' | 'audio' | 'voice' | 'animation' | 'sticker';

export interface StoredFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
  /** What is told of it; more than `bytes` for a film that nobody wants to keep. */
  readonly size: number;
}

export interface Message {
  readonly id: number;
  readonly chat: Chat;
  readonly from: Account;
  /** The channel or group that it was said in the name of. */
  readonly senderChat: Chat | null;
  readonly date: number;
  readonly file: StoredFile | null;
  readonly replyTo: Message | null;
  readonly threadId: number | null;
  /** Whose exchange with the channel it belongs to. */
  readonly topic: Person | null;
  readonly album: string | null;
  /** The channel's post that this is the copy of. */
  readonly copyOf: Message | null;
  /** The bot that wrote it in a person's name. */
  readonly byBot: Bot | null;
  /** Fields of a service message. */
  readonly service: Readonly<Record<string, unknown>>;
  readonly reactions: Map<number, string>;
  text: string;
  editDate: number | null;
  isDeleted: boolean;
}

/** Where a message is, for those who write about it. */
export interface MessageRef {
  readonly chat: number;
  readonly message: number;
  readonly business?: string;
}

/** What one of our bots has published: one for each message that exists or existed. */
export interface Published extends MessageRef {
  readonly bot: number;
  readonly method: string;
  /** The username of the person it is for. */
  readonly to: string | null;
  readonly text: string;
  readonly replyTo: number | null;
  readonly thread: number | null;
  readonly topic: number | null;
  readonly files: readonly string[];
  readonly at: string;
  readonly isDeleted: boolean;
  readonly isEdited: boolean;
}

/** An error as the API answers it. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    words: string,
    readonly parameters: Readonly<Record<string, number>> = {},
  ) {
    super(words);
  }
}

export function bad(words: string): ApiError {
  return new ApiError(400, `Bad Request: ${words}`);
}

export function forbidden(words: string): ApiError {
  return new ApiError(403, `Forbidden: ${words}`);
}
