import type { MessageKind } from '../../domain/message/inbound-event.js';
import type { ModerationOffer } from '../../domain/message/moderation.js';
import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Words } from './form.js';

/** What a network can do and what it forbids, as data: the console shows it, the API enforces it. */
export interface Capabilities {
  readonly receives: readonly (MessageKind | 'reaction' | 'edit' | 'delete' | 'receipt' | 'echo')[];
  readonly transports: readonly ('webhook' | 'poll' | 'stream')[];
  /** How a reply in each space must look; a space that is missing cannot be answered in. */
  readonly replies: { readonly public?: ReplyRules; readonly private?: ReplyRules };
  /** From a public message to a private exchange with its author. */
  readonly publicToPrivate?: PublicToPrivate;
  readonly moderation: readonly ModerationOffer[];
  /** How a send whose outcome is unknown can be settled (design: the way out). */
  readonly idempotency: 'native-key' | 'read-back' | 'callback' | 'none';
  /** Are the ids of people unique on the whole network, or only within one account of ours? */
  readonly identityScope: 'network' | 'account';
  /** Said plainly to administrators: what this network does not let anybody do. */
  readonly cannot: readonly Words[];
}

export interface PublicToPrivate {
  /** The network whose account carries the private exchange (a Facebook comment goes on in Messenger). */
  readonly via: string;
  readonly oncePerMessage: boolean;
  /** Days after the public message in which it is allowed; null for no limit. */
  readonly days: number | null;
}

export type ModerationAct = 'hide' | 'unhide' | 'delete' | 'like' | 'unlike' | 'edit-own';
