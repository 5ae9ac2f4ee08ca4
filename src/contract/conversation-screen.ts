import { withAsk } from './ask-screen.js';
import { withDraft, withoutDraft } from './draft-screen.js';
import type { LiveEvent } from './live-event.js';
import type { Conversation, MessageView, ThreadView, TicketRow } from './views.js';

/** The conversation after an event; the same object when the event says nothing new of it. */
export function applyToConversation(screen: Conversation, event: LiveEvent): Conversation {
  if (!('ticketId' in event)) return applyTicket(screen, event);
  if (event.ticketId !== screen.ticket.id) return screen;
  switch (event.type) {
    case 'message.changed':
      return withMessage(screen, event.message);
    case 'message.gone':
      return { ...screen, messages: screen.messages.filter((one) => one.id !== event.messageId) };
    case 'entries.gone':
      return without(screen, event);
    case 'thread.changed':
      return withThread(screen, event.thread);
    default:
      return applyBeside(screen, event);
  }
}

type BesideTheExchange = Extract<
  LiveEvent,
  {
    type:
      | 'note.added'
      | 'history.added'
      | 'ask.changed'
      | 'ask.left'
      | 'draft.changed'
      | 'draft.gone'
      // What waits for approval is a message of the exchange, and told as one.
      | 'approval.changed'
      | 'approval.left'
      | 'ticket.left'
      | 'offer.withdrawn';
  }
>;

/** What colleagues said and did beside the exchange with the customer. */
function applyBeside(screen: Conversation, event: BesideTheExchange): Conversation {
  switch (event.type) {
    case 'note.added':
      return { ...screen, notes: added(screen.notes, event.note) };
    case 'history.added':
      return { ...screen, history: added(screen.history, event.line) };
    case 'ask.changed':
      return { ...screen, asks: withAsk(screen.asks, event.ask) };
    case 'draft.changed':
      return { ...screen, drafts: withDraft(screen.drafts, event.draft) };
    case 'draft.gone':
      return { ...screen, drafts: withoutDraft(screen.drafts, event.draftId) };
    default:
      return screen;
  }
}

function applyTicket(screen: Conversation, event: LiveEvent): Conversation {
  if (event.type !== 'ticket.changed') return screen;
  if (event.ticket.id !== screen.ticket.id) return withEarlier(screen, event.ticket);
  if (event.ticket.version <= screen.ticket.version) return screen;
  const { ticket, why, clocks, links, earlier = screen.earlier } = event;
  return { ...screen, ticket, why, clocks, links, earlier };
}

type EntriesGone = Extract<LiveEvent, { type: 'entries.gone' }>;

function without(screen: Conversation, gone: EntriesGone): Conversation {
  return {
    ...screen,
    messages: screen.messages.filter(({ id }) => !gone.messageIds.includes(id)),
    notes: screen.notes.filter(({ id }) => !gone.noteIds.includes(id)),
    threads: screen.threads.filter(({ id }) => !gone.threadIds.includes(id)),
  };
}

/** What is shown of another ticket of the same person goes with it. */
function withEarlier(screen: Conversation, other: TicketRow): Conversation {
  const known = screen.earlier.find(({ id }) => id === other.id);
  if (!known || known.version >= other.version) return screen;
  const { id, number, version, state, outcome, preview, lastActivityAt: at } = other;
  const now = { id, number, version, state, outcome, preview, at };
  return { ...screen, earlier: screen.earlier.map((one) => (one.id === id ? now : one)) };
}

function withThread(screen: Conversation, thread: ThreadView): Conversation {
  const known = screen.threads.find((one) => one.id === thread.id);
  if (known && known.version >= thread.version) return screen;
  const others = screen.threads.filter((one) => one.id !== thread.id);
  return { ...screen, threads: [...others, thread].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function withMessage(screen: Conversation, message: MessageView): Conversation {
  const known = screen.messages.find((one) => one.id === message.id);
  if (known && known.version >= message.version) return screen;
  const others = screen.messages.filter((one) => one.id !== message.id);
  return { ...screen, messages: [...others, message].sort(byTime) };
}

/** Network time first; what ties is ordered by id, which grows with arrival. */
export function byTime(a: { at: string; id: string }, b: { at: string; id: string }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function added<T extends { id: string; at: string }>(list: readonly T[], item: T): T[] {
  if (list.some((one) => one.id === item.id)) return [...list];
  return [...list, item].sort(byTime);
}
