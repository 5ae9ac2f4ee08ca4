import {
  accountSeenBy,
  askSeenBy,
  hasPartIn,
  isPartOf,
  may,
  seesOffer,
  seesDraft,
  sightOf,
  type Actor,
  type LiveEvent,
  type TicketRow,
  type TicketScope,
} from '../contract/index.js';
import type { FeedRow } from '../store/feed/feed.store.js';

/** The event as this agent may see it; null when it is none of their business. */
export function visibleEvent(actor: Actor, { event, scope }: Pick<FeedRow, 'event' | 'scope'>): LiveEvent | null {
  switch (event.type) {
    case 'ticket.changed':
      return changedTicket(actor, event);
    case 'account.changed':
      return changedAccount(actor, event);
    case 'team.changed':
      return event;
    case 'offer.made':
    case 'offer.withdrawn':
      return seesOffer(actor, event) ? event : null;
    default:
      return ofTicket(actor, event, scope);
  }
}

type AccountChanged = Extract<LiveEvent, { type: 'account.changed' }>;

function changedAccount(actor: Actor, event: AccountChanged): LiveEvent | null {
  return may(actor, 'accounts.see').ok ? { ...event, account: accountSeenBy(actor, event.account) } : null;
}

type TicketChanged = Extract<LiveEvent, { type: 'ticket.changed' }>;

function changedTicket(actor: Actor, event: TicketChanged): LiveEvent | null {
  if (sees(actor, scopeOf(event.ticket))) return event;
  if (!sees(actor, event.was)) return null;
  const { ticket, cause, actorId } = event;
  return { type: 'ticket.left', ticketId: ticket.id, version: ticket.version, cause, actorId };
}

/** Some of it is told to whoever has a part in it as well, wherever its ticket stands. */
function ofTicket(
  actor: Actor,
  event: Exclude<LiveEvent, { type: 'ticket.changed' | 'account.changed' | 'team.changed' | 'offer.made' }>,
  scope: TicketScope | null,
): LiveEvent | null {
  switch (event.type) {
    case 'ask.changed':
      return changedAsk(actor, event, scope);
    case 'draft.changed':
      return changedDraft(actor, event, scope);
    case 'approval.changed':
      return changedApproval(actor, event, scope);
    default:
      return sees(actor, scope) ? event : null;
  }
}

type AskChanged = Extract<LiveEvent, { type: 'ask.changed' }>;

function changedAsk(actor: Actor, event: AskChanged, scope: TicketScope | null): LiveEvent | null {
  const { ticketId, ask } = event;
  if (sees(actor, scope) || isPartOf(actor, ask)) return { ...event, ask: askSeenBy(actor, ask) };
  return event.wasExpertId === actor.id ? { type: 'ask.left', ticketId, askId: ask.id } : null;
}

type DraftChanged = Extract<LiveEvent, { type: 'draft.changed' }>;

function changedDraft(actor: Actor, event: DraftChanged, scope: TicketScope | null): LiveEvent | null {
  const { ticketId, draft, was } = event;
  if (seesDraft(actor, sightOf(draft), scope)) return event;
  const couldSee = seesDraft(actor, { ...sightOf(draft), ...was }, scope);
  return couldSee ? { type: 'draft.gone', ticketId, draftId: draft.id } : null;
}

type ApprovalChanged = Extract<LiveEvent, { type: 'approval.changed' }>;

function changedApproval(actor: Actor, event: ApprovalChanged, scope: TicketScope | null): LiveEvent | null {
  const { ticketId, entry } = event;
  if (sees(actor, scope) || hasPartIn(actor, entry)) return event;
  const left = { type: 'approval.left', ticketId, messageId: entry.message.id } as const;
  return event.wasApproverIds.includes(actor.id) ? left : null;
}

function scopeOf({ lane, owner }: TicketRow): TicketScope {
  return { lane, ownerId: owner?.id ?? null };
}

function sees(actor: Actor, scope: TicketScope | null): boolean {
  return scope !== null && may(actor, 'ticket.see', scope).ok;
}
