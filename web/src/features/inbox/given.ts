import type { Conversation, MessageView, ReplyWay, ThreadView, TicketRow } from '../../../../src/contract/index.js';

const person = {
  id: 'p1',
  name: 'Léa Marchand',
  handle: null,
  avatarUrl: null,
  profileUrl: null,
  followers: null,
  vip: false,
};

/** The lists of views, empty. */
const nothing = {
  attachments: [],
  reactions: [],
  moderations: [],
  clocks: [],
  notes: [],
  asks: [],
  drafts: [],
  links: [],
  history: [],
  earlier: [],
};

/** Views for tests, with a usual value in every field. */
export const given = {
  row(changes: Partial<TicketRow> = {}): TicketRow {
    const usual = {
      id: 't1',
      number: 48213,
      version: 1,
      state: 'open',
      outcome: null,
      lane: 'care',
      topic: 'billing',
      language: 'fr',
      priority: 3,
      urgency: 'normal',
      sentiment: 'neutral',
      person,
      account: { id: 'c1', network: 'facebook', name: 'Northline' },
      space: 'public',
      messageKind: 'comment',
      preview: 'Bonjour',
      unanswered: 1,
      owner: null,
      dueAt: null,
      dueKind: null,
      windowAt: null,
      waitingSince: null,
      urgentAt: '2026-11-25T10:00:00.000Z',
      lastActivityAt: '2026-11-25T09:00:00.000Z',
      createdAt: '2026-11-25T09:00:00.000Z',
      closedAt: null,
      snoozedUntil: null,
      waitingFor: null,
      troubledSends: 0,
      approval: null,
    } as const;
    return { drafters: [], approverIds: [], ...usual, ...changes };
  },

  message(changes: Partial<MessageView> = {}): MessageView {
    const at = changes.at ?? '2026-11-25T09:00:00.000Z';
    const usual = {
      id: 'm1',
      ticketId: 't1',
      threadId: 'public',
      version: 1,
      direction: 'in',
      space: 'public',
      messageKind: 'comment',
      author: { kind: 'person', id: 'p1', name: 'Léa Marchand', avatarUrl: null },
      text: 'Bonjour',
      at,
      receivedAt: at,
      editedAt: null,
      deletedAt: null,
      hidden: false,
      replyToId: null,
      permalink: null,
      rating: null,
      expertId: null,
      state: 'received',
      deliveredAt: null,
      readAt: null,
      failure: null,
      approval: null,
      sendsAt: null,
      clientId: null,
    } as const;
    return { ...usual, ...nothing, ...changes };
  },

  way(changes: Partial<ReplyWay> = {}): ReplyWay {
    return {
      space: 'public',
      accountId: 'c1',
      accountName: 'Northline',
      network: 'facebook',
      open: true,
      shut: null,
      maxLength: 100,
      unit: 'grapheme',
      maxFiles: 1,
      maxFileBytes: 1000,
      textWithFiles: true,
      closesAt: null,
      fromPublic: false,
      ...changes,
    };
  },

  thread(changes: Partial<ThreadView> = {}): ThreadView {
    return {
      id: 'public',
      ticketId: 't1',
      version: 1,
      space: 'public',
      account: { id: 'c1', network: 'facebook', name: 'Northline' },
      post: null,
      reachable: true,
      ways: [given.way()],
      ...changes,
    };
  },

  conversation(changes: Partial<Conversation> = {}): Conversation {
    const routed = { decidedBy: [], team: null, tags: [], skills: [], held: false, trayAt: null };
    const lane = { lane: 'care', rule: 'topic', ...routed } as const;
    const usual = {
      ticket: given.row(),
      why: { topic: { id: null, confidence: 0, words: [] }, lane, assignment: null },
      threads: [given.thread()],
      messages: [given.message()],
      olderMessages: 0,
      cursor: 'e.1.1',
    };
    return { ...usual, ...nothing, ...changes };
  },
};
