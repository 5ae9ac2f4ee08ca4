import type { AccountView } from './account-views.js';
import type { DraftView } from './draft-views.js';
import type { ApprovalEntry } from './approval-list.js';
import type { AskView } from './expert-views.js';
import type { Lane } from '../domain/team/role.js';
import type { ClockView } from './clock-views.js';
import type { OfferOutcome, OfferView } from './offer-views.js';
import type { HistoryLine } from './history-views.js';
import type { AgentRef, Instant } from './refs.js';
import type { EarlierTicket, MessageView, NoteView, ThreadView, TicketLink, TicketRow, WhyView } from './views.js';

/**
 * What happened, as the server tells it to consoles. Each carries the whole new view of what changed: applying
 * one twice, or after a newer one, changes nothing.
 */
export type LiveEvent =
  | {
      type: 'ticket.changed';
      ticket: TicketRow;
      why: WhyView;
      clocks: ClockView[];
      links: TicketLink[];
      /** Told only when other tickets became this person's, or no longer are. */
      earlier?: EarlierTicket[];
      /** Where it was before, when lane or owner changed: a screen that may no longer show it drops it. */
      was: { lane: Lane; ownerId: string | null } | null;
      cause: string;
      actorId: string | null;
    }
  /** Told instead of `ticket.changed` to a screen whose sight the ticket has left. */
  | { type: 'ticket.left'; ticketId: string; version: number; cause: string; actorId: string | null }
  | { type: 'message.changed'; ticketId: string; message: MessageView }
  | { type: 'message.gone'; ticketId: string; messageId: string }
  /** They belong to another ticket now. */
  | { type: 'entries.gone'; ticketId: string; messageIds: string[]; noteIds: string[]; threadIds: string[] }
  | { type: 'note.added'; ticketId: string; note: NoteView }
  | { type: 'history.added'; ticketId: string; line: HistoryLine }
  | { type: 'thread.changed'; ticketId: string; thread: ThreadView }
  /** `wasExpertId`: whose it was before, when somebody else is asked now. */
  | { type: 'ask.changed'; ticketId: string; ask: AskView; wasExpertId: string | null }
  /** Told instead of `ask.changed` to an expert who is no longer asked. */
  | { type: 'ask.left'; ticketId: string; askId: string }
  /** `wasApproverIds`: who could approve it before, where that has changed. */
  | { type: 'approval.changed'; ticketId: string; entry: ApprovalEntry; wasApproverIds: string[] }
  /** Told instead of `approval.changed` to somebody who may not approve it any more. */
  | { type: 'approval.left'; ticketId: string; messageId: string }
  /** Told to whoever it is made to, and to those who may see all of them. */
  | { type: 'offer.made'; offer: OfferView }
  /** It is over, however it ended. */
  | { type: 'offer.withdrawn'; ticketId: string; offerId: string; agentId: string; because: OfferOutcome }
  /** Also told when it has ended. `was`: who could read it before, so that it leaves the screens of those who no longer may. */
  | { type: 'draft.changed'; ticketId: string; draft: DraftView; was: { shared: boolean; shownTo: string[] } }
  /** Told instead of `draft.changed` to a colleague who may no longer read it, and to all when it went to another ticket. */
  | { type: 'draft.gone'; ticketId: string; draftId: string }
  | { type: 'account.changed'; account: AccountView }
  | { type: 'team.changed' };

/** A run of events: everything after `from` up to and including `to`. May be empty: then it only moves the cursor. */
export interface Frame {
  from: string;
  to: string;
  events: LiveEvent[];
  /** The server's clock, so that a screen can show how old its data are. */
  at: string;
}

/**
 * The socket, namespace `/live` on the path `/socket.io`, WebSocket transport only.
 * Client → server: `hello {cursor}` once connected (answered by ack), `presence {ticketId, drafting, idle}`.
 * Server → client: `frame`, `resync {reason}` (load afresh, then `hello` with the new cursor), `presence`, `bye {reason}`.
 */
export type HelloAnswer = { ok: true } | { ok: false; resync: 'unknown' | 'too-old' | 'too-far' | 'epoch' };

export interface PresenceView {
  ticketId: string;
  /** `idle`: it is open somewhere, and nobody looks. */
  agents: { id: string; name: string; drafting: boolean; idle: boolean }[];
  pen: PenView | null;
}

/** Who has the pen after an act upon it. */
export interface PenAnswer {
  pen: PenView | null;
}

/** Who may write the reply now. */
export interface PenView {
  agent: AgentRef;
  until: Instant;
  /** A colleague who would like to have it, and gets it then unless it is refused before. */
  asked: { by: AgentRef; until: Instant } | null;
}
