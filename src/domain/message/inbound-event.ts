import type { SendFailureKind } from './after-failure.js';
import type { Attachment } from './attachment.js';

/**
 * What a network told us, in our words. `Network.parse` makes these from a raw body; nothing else does.
 *
 * Ids are the network's own, always text, unique within one account of ours. `account` is the external id of
 * that account, because one call of a network may speak of several. Instants are the network's clock.
 * Arrival order never matters: an edit carries an `edition`, everything else an instant, and the higher wins.
 */
export type InboundEvent =
  | MessageArrived
  | MessageDeleted
  | MessageHidden
  | ReactionChanged
  | Receipt
  | PostSeen
  | PostDeleted
  | PersonReachability
  | ThreadMoved
  | MessageFailed
  | AccountNotice
  | Ignored;

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly handle?: string;
  readonly avatarUrl?: string;
  readonly profileUrl?: string;
  readonly followers?: number;
  /** BCP 47, where the network tells the person's own language. */
  readonly language?: string;
  readonly isBot?: boolean;
}

/**
 * Where a message belongs. With `answers`, the thread of that known message goes on when its person is the
 * author, or when the author is us; otherwise `key` names the thread, which is opened if it is new.
 * A key is stable for ever: the public comments of one person under one post, or one private exchange.
 */
export interface ThreadRef {
  readonly key: string;
  readonly space: 'public' | 'private';
  readonly answers?: readonly string[];
  readonly post?: PostRef;
}

/** The post a public thread hangs under. Fields that a later event knows better replace those of an earlier one. */
export interface PostRef {
  readonly id: string;
  readonly by?: 'us' | Author;
  readonly text?: string;
  readonly permalink?: string;
  readonly imageUrl?: string;
  readonly at?: Date;
}

export const messageKinds = ['comment', 'mention', 'direct', 'visitor-post', 'review', 'quote'] as const;
export type MessageKind = (typeof messageKinds)[number];

interface OfAccount {
  readonly account: string;
  /** The network the account is of, when it is not the one that was called (one hook serves a family). */
  readonly network?: string;
}

/** A message, or a newer edition of one. `from: 'us'` is an echo: ours, or written in the network's own app. */
export interface MessageArrived extends OfAccount {
  readonly kind: 'message';
  readonly id: string;
  readonly messageKind: MessageKind;
  readonly thread: ThreadRef;
  readonly from: 'us' | Author;
  /** The customer of a private exchange; needed on an echo, where `from` is us. */
  readonly with?: Author;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly sentAt: Date;
  /** 0 for the first edition; later ones grow (edit count or edit time), whatever the order of arrival. */
  readonly edition: number;
  readonly replyTo?: string;
  readonly permalink?: string;
  readonly language?: string;
  /** The opaque value we sent along and the network gave back: it settles which of our messages this is. */
  readonly marker?: string;
  /** The name or id of the application that wrote it, on an echo. */
  readonly via?: string;
  /** 1 to 5, or 1 and 5 for a thumb down and up. */
  readonly rating?: number;
  /** The network told only that there is something: what to ask it for to learn the rest, which comes as a later edition. */
  readonly thin?: string;
}

/** Unsent or deleted, by its author or a moderator. May come before the message itself. */
export interface MessageDeleted extends OfAccount {
  readonly kind: 'message-deleted';
  readonly id: string;
  readonly at: Date;
}

export interface MessageHidden extends OfAccount {
  readonly kind: 'message-hidden';
  readonly id: string;
  readonly hidden: boolean;
  readonly at: Date;
}

/** One reaction for each person and message: a new one replaces, `emoji: null` takes it back. */
export interface ReactionChanged extends OfAccount {
  readonly kind: 'reaction';
  readonly on: { readonly message: string } | { readonly post: string };
  readonly by: 'us' | Author;
  readonly emoji: string | null;
  readonly at: Date;
}

/** Ours were delivered or read: those named (`andBefore`: with all before them), else all of the thread up to `upTo`. */
export interface Receipt extends OfAccount {
  readonly kind: 'receipt';
  readonly thread?: string;
  readonly messages?: readonly string[];
  readonly andBefore?: boolean;
  readonly state: 'delivered' | 'read';
  readonly upTo: Date;
}

export interface PostSeen extends OfAccount {
  readonly kind: 'post';
  readonly post: PostRef;
  readonly attachments: readonly Attachment[];
}

export interface PostDeleted extends OfAccount {
  readonly kind: 'post-deleted';
  readonly id: string;
  readonly at: Date;
}

/** The person of a private thread blocked us, or can be reached again. */
export interface PersonReachability extends OfAccount {
  readonly kind: 'reachability';
  readonly thread: string;
  readonly reachable: boolean;
  readonly at: Date;
}

/**
 * The network gave a thread a new address. A whole place may move (a Telegram group that became a supergroup): then
 * every thread whose key begins with `from` and a colon has moved, and goes on with `to` in its place.
 */
export interface ThreadMoved extends OfAccount {
  readonly kind: 'thread-moved';
  readonly from: string;
  readonly to: string;
  /** One person's exchange: no other key begins with it. */
  readonly alone?: boolean;
}

/** Ours was accepted, and could not be delivered after all. */
export interface MessageFailed extends OfAccount {
  readonly kind: 'message-failed';
  readonly id: string;
  readonly failure: SendFailureKind;
  readonly code: string;
  /** For administrators. */
  readonly detail: string;
  readonly at: Date;
}

/** Something for administrators: a policy warning, a restriction, a revoked right. */
export interface AccountNotice extends OfAccount {
  readonly kind: 'account-notice';
  readonly level: 'info' | 'warning' | 'blocked';
  readonly code: string;
  readonly detail: string;
  readonly at: Date;
}

/** A kind that is of no use to care, or that we do not know yet. `what` names it, for the count of such things. */
export interface Ignored {
  readonly kind: 'ignored';
  readonly what: string;
}
