import type { Author, InboundEvent } from '../../domain/message/inbound-event.js';
import type { Template } from '../../domain/message/template.js';
import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck, Refreshed } from './account.js';
import type { Capabilities, ModerationAct } from './capabilities.js';
import type { Field, Settings } from './form.js';
import type { Hook, HookReply } from './hook.js';
import type { OAuth } from './oauth.js';
import type { OutboundMessage, Sent, Settled } from './outbound.js';
import type { Fetched, Page, StreamPort } from './source.js';

/**
 * What Relais asks of a network. One object for each, listed in `networks/index.ts`; adding one is a folder
 * and a line. Optional members are what only some networks do.
 */
export interface Network {
  /** Stored with every account and message, so it is never renamed once released. */
  readonly id: string;
  readonly name: string;
  /** Networks with the same family share an app, and so a webhook (Facebook and Messenger). */
  readonly family: string;
  readonly capabilities: Capabilities;
  /** The official base of its API; an account may name another. */
  readonly apiBase: string;
  /** What an administrator fills in: for our registration with the network, and for one account. */
  readonly appFields: readonly Field[];
  readonly accountFields: readonly Field[];

  /** Does the call truly come from the network? Over the raw bytes, before anything is parsed or stored. */
  isAuthentic?(hook: Hook, app: Settings): boolean;
  /**
   * When the signed call says it was made, for networks that ask for old calls to be refused: what is further than ten
   * minutes from now is none of theirs.
   */
  signedAt?(hook: Hook): Date | undefined;
  /** The answer where a network confirms a webhook by asking for an echo; null when the call is no such question. */
  handshake?(hook: Hook, app: Settings): HookReply | null;
  /** What a call that was stored is answered with, where the network wants more than a plain 200; null where it does not. */
  accepted?(hook: Hook): HookReply | null;
  /**
   * Pure: one body always gives the same events. Kinds we do not know become `ignored`; a shape that cannot be
   * read at all throws, and the delivery is kept as a dead letter. `account` is the external id of the account
   * the delivery was fetched for, or of the app's only account; null when the body names its accounts itself.
   */
  parse(body: unknown, account: string | null): InboundEvent[];

  /** Asks the network who the account is and what it may do. Throws `SendFailure` when it cannot be asked. */
  check(account: AccountAccess, http: Http): Promise<AccountCheck>;
  /** Makes the network call us for this account (webhook, subscriptions); called again, it changes nothing. */
  subscribe?(account: AccountAccess, hookUrl: string, http: Http): Promise<void>;
  unsubscribe?(account: AccountAccess, http: Http): Promise<void>;
  readonly oauth?: OAuth;
  /**
   * Fresh credentials in place of those that end: asked shortly before `expiresAt`, and once when a call is refused
   * with `needs-reauth`. One process at a time asks for an account, and what it answers is stored before anybody else
   * speaks for that account, so a refresh token that rotates is never lost. Throws `SendFailure`; `needs-reauth` when only a human can help.
   */
  refresh?(account: AccountAccess, http: Http): Promise<Refreshed>;
  /** How long before the end a refresh is asked for; 300 where it is not said. */
  readonly refreshAheadSeconds?: number;

  /** Resolves once the network has accepted the message; throws `SendFailure` or `UnknownOutcome`. */
  send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent>;
  /** Reads back whether a message whose outcome was unknown got through. */
  settle?(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled>;
  /** The words that the network has approved for when its window is closed. Throws `SendFailure`. */
  templates?(account: AccountAccess, http: Http): Promise<readonly Template[]>;
  moderate?(act: Moderation, account: AccountAccess, http: Http): Promise<void>;

  /** What is new since `cursor` (null: from now on, with a short look back). Overlaps; duplicates are harmless. */
  poll?(cursor: string | null, account: AccountAccess, http: Http): Promise<Page>;
  /** The cursor of a poll that looks back as far as `from`, made of the one there is; for networks that list their past. */
  pollFrom?(from: Date, cursor: string | null): string;
  /** Seconds between two polls; a network with webhooks polls only to find what they missed. */
  readonly pollSeconds?: number;
  /** Listens until the signal ends it or the connection breaks. What it misses, the poll finds. */
  stream?(account: AccountAccess, port: StreamPort): Promise<void>;
  /** Who a person is, where messages carry only an id; null when the network does not tell. */
  profile?(personId: string, account: AccountAccess, http: Http): Promise<Author | null>;
  /** The rest of what was told by half (`thin`), as a body for `parse`; nothing where there is no more to learn. */
  read?(thin: string, account: AccountAccess, http: Http): Promise<readonly Fetched[]>;
  /** The bytes of an attachment that has no public address of its own. */
  file?(ref: string, account: AccountAccess, http: Http): Promise<Buffer>;
}

export interface Moderation {
  readonly act: ModerationAct;
  readonly messageId: string;
  readonly text?: string;
}
export type { Settings };
