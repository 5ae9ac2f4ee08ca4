import type { MessageState } from '../domain/message/message-state.js';
import type { CharterReason, ModerationAct, ModerationState } from '../domain/message/moderation.js';
import type { ApprovalMark } from '../domain/approval/approval-state.js';
import type { TextUnit } from '../domain/message/text-length.js';
import type { Lane } from '../domain/team/role.js';
import type { WaitedFor } from '../domain/ticket/put-off.js';
import type { Outcome, TicketState } from '../domain/ticket/ticket-state.js';
import type { ApprovalView } from './approval-views.js';
import type { ClockView } from './clock-views.js';
import type { DraftView } from './draft-views.js';
import type { AskView } from './expert-views.js';
import type { HistoryLine } from './history-views.js';
import type { AgentRef, Instant } from './refs.js';

export interface PersonView {
  id: string;
  name: string;
  handle: string | null;
  avatarUrl: string | null;
  profileUrl: string | null;
  followers: number | null;
  vip: boolean;
}

export interface AccountRef {
  id: string;
  network: string;
  name: string;
}

/** One line of a list; also what a live event carries, so that both always agree. */
export interface TicketRow {
  id: string;
  number: number;
  /** Grows with every change: of two rows the higher one counts. */
  version: number;
  state: TicketState;
  outcome: Outcome | null;
  lane: Lane;
  topic: string | null;
  language: string | null;
  /** 1 (urgent) to 4 (can wait). */
  priority: number;
  urgency: 'high' | 'normal' | 'low';
  sentiment: 'negative' | 'neutral' | 'positive';
  person: PersonView;
  account: AccountRef;
  space: 'public' | 'private';
  messageKind: string;
  preview: string;
  /** Customer messages since our last answer. */
  unanswered: number;
  owner: AgentRef | null;
  /** The nearest clock, and what it promises. */
  dueAt: Instant | null;
  dueKind: 'first_reply' | 'next_reply' | null;
  /** When the network stops letting us answer. */
  windowAt: Instant | null;
  /** The oldest customer message that we have not answered. */
  waitingSince: Instant | null;
  /** What the queue is ordered by: the nearest of due time and window, less a boost; far away when nothing presses. */
  urgentAt: Instant;
  lastActivityAt: Instant;
  createdAt: Instant;
  closedAt: Instant | null;
  /** When it comes back by itself; null unless it is snoozed. */
  snoozedUntil: Instant | null;
  /** Whom it waits for, where somebody said so. */
  waitingFor: WaitedFor | null;
  /** Replies of ours that need a human: failed, or with an unknown outcome. */
  troubledSends: number;
  /** Who has written something on it that is not sent yet. */
  drafters: AgentRef[];
  /** What presses most of the replies that wait for approval, or came back from it. */
  approval: ApprovalMark | null;
  /** Who may approve one of them now. */
  approverIds: string[];
}

export interface AttachmentView {
  type: string;
  name: string | null;
  mime: string | null;
  title: string | null;
  /** Where the console may load it from: our own copy, never the network's address. */
  fileUrl: string | null;
  /** Where it stands at the network, to open in a new tab. */
  sourceUrl: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface MessageView {
  id: string;
  ticketId: string;
  threadId: string;
  /** Grows with every change of this message. */
  version: number;
  direction: 'in' | 'out';
  space: 'public' | 'private';
  messageKind: string;
  author: { kind: 'person' | 'agent' | 'outside'; id: string | null; name: string; avatarUrl: string | null };
  text: string;
  attachments: AttachmentView[];
  /** The network's time. */
  at: Instant;
  /** When it reached us. */
  receivedAt: Instant;
  editedAt: Instant | null;
  deletedAt: Instant | null;
  hidden: boolean;
  reactions: { emoji: string; count: number; mine: boolean }[];
  replyToId: string | null;
  permalink: string | null;
  rating: number | null;
  /** The expert who answers in their own name. */
  expertId: string | null;
  state: MessageState;
  deliveredAt: Instant | null;
  readAt: Instant | null;
  /** Why it did not go, in a word that the console has a sentence for. */
  failure: { kind: string; code: string; retryAt: Instant | null } | null;
  /** What was done to it besides answering, newest first: who asked, why, and what became of it. */
  moderations: ModerationView[];
  /** Somebody else reads it before it goes, or has read it. */
  approval: ApprovalView | null;
  /** When it goes by itself; until then it can be taken back. Null once it is on its way. */
  sendsAt: Instant | null;
  /** The console's own id of the reply, to find it again after a lost answer. */
  clientId: string | null;
}

export interface ModerationRules {
  reasons: CharterReason[];
  /** A second person confirms each deletion. */
  fourEyes: boolean;
}

export interface ModerationView {
  id: string;
  act: ModerationAct;
  state: ModerationState;
  reason: string | null;
  by: AgentRef;
  at: Instant;
  /** The second person, who confirmed or declined it. */
  decidedBy: AgentRef | null;
  decidedAt: Instant | null;
  doneAt: Instant | null;
  /** Why it did not happen, or not yet. */
  failure: { kind: string; code: string; retryAt: Instant | null } | null;
}

export interface NoteView {
  id: string;
  ticketId: string;
  author: AgentRef;
  text: string;
  at: Instant;
}

export interface PostView {
  id: string;
  text: string | null;
  by: string | null;
  ours: boolean;
  permalink: string | null;
  imageUrl: string | null;
  at: Instant | null;
  deleted: boolean;
}

/** How a reply must look, and whether it can go at all. */
export interface ReplyWay {
  space: 'public' | 'private';
  accountId: string;
  accountName: string;
  network: string;
  open: boolean;
  /** Why it is shut: a code the console has a sentence for. */
  shut:
    | null
    | 'window-closed'
    | 'private-used'
    | 'private-too-late'
    | 'account-paused'
    | 'unreachable'
    | 'no-account'
    | 'deleted';
  maxLength: number;
  unit: TextUnit;
  maxFiles: number;
  maxFileBytes: number;
  textWithFiles: boolean;
  closesAt: Instant | null;
  /** The private way opens an exchange from this public message, once. */
  fromPublic: boolean;
}

export interface ThreadView {
  id: string;
  ticketId: string;
  version: number;
  space: 'public' | 'private';
  account: AccountRef;
  post: PostView | null;
  reachable: boolean;
  ways: ReplyWay[];
}

/** Why a ticket is where it is. */
export interface WhyView {
  topic: { id: string | null; confidence: number; words: string[] };
  lane: {
    lane: Lane;
    rule: string;
    /** The rules of the workspace that had a part in it, with the words of the message that matched. */
    decidedBy: { name: string; points: number | null; words: string[] }[];
    team: string | null;
    tags: string[];
    skills: { name: string; level: number }[];
    /** Nobody is given it unasked until somebody has looked. */
    held: boolean;
    /** Since when it lies before the leads, because nobody could be given it in time. */
    trayAt: Instant | null;
  };
  assignment: {
    agent: AgentRef;
    at: Instant;
    how: 'taken' | 'assigned' | 'routed' | 'accepted';
    reason: string | null;
    slots: { used: number; limit: number } | null;
    others: { name: string; because: string }[];
  } | null;
}

/** Another ticket that this one was merged with or split from. */
export interface TicketLink {
  /** What this ticket is to the other one. */
  kind: 'merged-into' | 'merged-from' | 'split-from' | 'split-into';
  ticketId: string;
  number: number;
  at: Instant;
  by: AgentRef;
  /** Until when it can be undone. */
  undoUntil: Instant;
}

/** Another ticket of the same person. */
export interface EarlierTicket {
  id: string;
  number: number;
  version: number;
  state: TicketState;
  outcome: Outcome | null;
  preview: string;
  at: Instant;
}

/** Everything a ticket's page shows. Entries are in the order of the network's time. */
export interface Conversation {
  ticket: TicketRow;
  why: WhyView;
  clocks: ClockView[];
  threads: ThreadView[];
  messages: MessageView[];
  notes: NoteView[];
  /** What was asked of experts. */
  asks: AskView[];
  /** What is written and not sent: one's own, and what colleagues let one read. */
  drafts: DraftView[];
  links: TicketLink[];
  history: HistoryLine[];
  /** Other tickets of the same person, newest first. */
  earlier: EarlierTicket[];
  /** How many messages are older than those listed. */
  olderMessages: number;
  cursor: string;
}

export interface TicketPage {
  rows: TicketRow[];
  /** To ask for the rows after these; null at the end. */
  next: string | null;
  cursor: string;
}

export interface MessagePage {
  messages: MessageView[];
  /** How many are older still. */
  older: number;
}

/** A matter that customers write about. */
export interface TopicView {
  id: string;
  lane: Lane;
  name: { en: string; fr: string };
}

/** How many tickets each view holds, for the one who asks. */
export type QueueCounts = Record<ViewName, number>;

export const viewNames = [
  'todo',
  'waiting',
  'drafts',
  'to-approve',
  'unassigned',
  'at-risk',
  'late',
  'window',
  'failed',
  'care',
  'community',
  'expert',
  'all',
  'closed',
] as const;
export type ViewName = (typeof viewNames)[number];
