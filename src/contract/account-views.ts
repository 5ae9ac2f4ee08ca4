import type { ModerationOffer } from '../domain/message/moderation.js';
import type { Instant } from './refs.js';

export interface AccountView {
  id: string;
  version: number;
  network: string;
  networkName: string;
  externalId: string;
  name: string;
  handle: string | null;
  brand: string | null;
  apiBase: string;
  state: 'active' | 'needs-reauth' | 'restricted' | 'disconnected';
  stateCode: string | null;
  stateDetail: string | null;
  granted: string[];
  missing: { name: string; effect: { en: string; fr: string }; repair: { en: string; fr: string } }[];
  expiresAt: Instant | null;
  lastEventAt: Instant | null;
  lastFetchAt: Instant | null;
  fetchError: string | null;
  /** Between the network's time of the latest message and our knowing of it. */
  delayMs: number | null;
  /** How much of what the network allows is used, by its own word of the last day. */
  usedPercent: number | null;
  /** Whether its past can be asked for once more. */
  canRefetch: boolean;
  heldReplies: number;
  pausedUntil: Instant | null;
  hookUrl: string | null;
}

export interface FieldView {
  name: string;
  label: { en: string; fr: string };
  kind: 'text' | 'secret' | 'url';
  required: boolean;
  help: { en: string; fr: string } | null;
  initial: string | null;
  /** The only values there are; null when anything may be filled in. */
  choices: { value: string; label: { en: string; fr: string } }[] | null;
}

export interface NetworkView {
  id: string;
  name: string;
  family: string;
  apiBase: string;
  appFields: FieldView[];
  accountFields: FieldView[];
  oauth: boolean;
  receives: string[];
  transports: string[];
  /** What can be done to messages there besides answering. */
  moderation: ModerationOffer[];
  cannot: { en: string; fr: string }[];
}

export interface DeliveryView {
  id: string;
  network: string;
  receivedAt: Instant;
  state: 'pending' | 'done' | 'set-aside' | 'dead';
  attempts: number;
  error: string | null;
  size: number;
  excerpt: string;
}

/** A page of deliveries that need a human; `next` is what to ask on with, null at the end. */
export interface DeliveryPage {
  rows: DeliveryView[];
  next: string | null;
}

/** What a network said of credentials that were not stored yet. */
export interface AccountCheckView {
  externalId: string;
  name: string;
  handle: string | null;
  granted: string[];
  missing: AccountView['missing'];
  expiresAt: Instant | null;
}
