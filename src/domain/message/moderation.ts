import type { TicketAct } from '../team/policy.js';

export const moderationActs = ['hide', 'unhide', 'delete', 'like', 'unlike', 'edit-own'] as const;
export type ModerationAct = (typeof moderationActs)[number];
/** What a network has; `delete-own`: it deletes what we said, and nobody else's words. */
export type ModerationOffer = ModerationAct | 'delete-own';

/** Why something is hidden or deleted: the points of the charter that everybody who comments has agreed to. */
export const charterReasons = [
  'insult',
  'hate',
  'harassment',
  'personal-data',
  'advertising',
  'spam',
  'false-claim',
  'illegal',
  'off-topic',
] as const;
export type CharterReason = (typeof charterReasons)[number];

/** `requested`: waits for a second person; `pending`: on its way to the network. */
export const moderationStates = ['requested', 'pending', 'done', 'failed', 'declined'] as const;
export type ModerationState = (typeof moderationStates)[number];

export type ModerationRefusal =
  /** The network does not offer it, for such a message. */
  | 'not-possible'
  /** What two say to each other in private is nobody's to hide. */
  | 'private'
  | 'reason'
  | 'text'
  /** Another act on this message is under way. */
  | 'open'
  | 'already'
  | 'gone'
  | 'state'
  /** A second person decides, not the one who asked. */
  | 'own';

export interface ModeratedMessage {
  readonly direction: 'in' | 'out';
  readonly space: 'public' | 'private';
  /** The network knows it. */
  readonly sent: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly liked: boolean;
  readonly text: string;
}

export interface ModerationAsk {
  readonly act: ModerationAct;
  readonly reason: CharterReason | null;
  readonly text: string | null;
}

/** Null when the act makes sense and the network has it. */
export function moderationRefusal(
  message: ModeratedMessage,
  ask: ModerationAsk,
  offered: readonly ModerationOffer[],
): ModerationRefusal | null {
  if (!isOffered(message, ask.act, offered) || !message.sent) return 'not-possible';
  if (message.deleted) return 'gone';
  return (
    whoseRefusal(message, ask.act) ?? wordsRefusal(message, ask) ?? (isSoAlready(message, ask.act) ? 'already' : null)
  );
}

function isOffered(message: ModeratedMessage, act: ModerationAct, offered: readonly ModerationOffer[]): boolean {
  if (offered.includes(act)) return true;
  return act === 'delete' && message.direction === 'out' && offered.includes('delete-own');
}

function whoseRefusal(message: ModeratedMessage, act: ModerationAct): ModerationRefusal | null {
  if (act === 'edit-own' && message.direction === 'in') return 'not-possible';
  const isTheirs = message.direction === 'in' && ['hide', 'unhide', 'delete'].includes(act);
  return isTheirs && message.space === 'private' ? 'private' : null;
}

function wordsRefusal(message: ModeratedMessage, { act, reason, text }: ModerationAsk): ModerationRefusal | null {
  if ((act === 'hide' || act === 'delete') && reason === null) return 'reason';
  const isSilent = text === null || text.trim() === '' || text === message.text;
  return act === 'edit-own' && isSilent ? 'text' : null;
}

function isSoAlready(message: ModeratedMessage, act: ModerationAct): boolean {
  if (act === 'hide' || act === 'unhide') return message.hidden === (act === 'hide');
  if (act === 'like' || act === 'unlike') return message.liked === (act === 'like');
  return false;
}

/** The right it needs. What can be taken back at once is open to more people than what cannot. */
export function actNeeded(act: ModerationAct, isAuthor: boolean): TicketAct {
  if (act === 'edit-own' && isAuthor) return 'message.edit-own';
  return act === 'delete' || act === 'edit-own' ? 'message.moderate' : 'message.moderate-lightly';
}

/** Does a second person have to agree? Only what cannot be undone, and only where the workspace wants it. */
export function needsSecondPerson(act: ModerationAct, fourEyes: boolean): boolean {
  return act === 'delete' && fourEyes;
}
