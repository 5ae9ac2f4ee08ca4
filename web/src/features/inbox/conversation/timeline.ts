import type {
  Conversation,
  HistoryLine,
  MessageView,
  NoteView,
  ThreadView,
} from '../../../../../src/contract/index.js';

export type Entry =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  /** Where a space begins; `first` carries the post that the public comments hang under. */
  | { kind: 'space'; key: string; thread: ThreadView; first: boolean }
  | {
      kind: 'message';
      key: string;
      message: MessageView;
      /** Follows another of the same author closely: the name need not be said again. */
      joined: boolean;
      /** What it answers, where that is not simply the message above. */
      answers: MessageView | null;
    }
  | { kind: 'note'; key: string; note: NoteView }
  /** A burst of the ticket's history, folded into one line. */
  | { kind: 'lines'; key: string; lines: HistoryLine[] };

type Item =
  | { kind: 'message'; at: string; id: string; message: MessageView }
  | { kind: 'note'; at: string; id: string; note: NoteView }
  | { kind: 'line'; at: string; id: string; line: HistoryLine };

const joinMs = 5 * 60_000;

/** What the conversation shows, top to bottom. `seenUntil` is when this agent last looked; null for never. */
export function timelineOf(screen: Conversation, seenUntil: string | null): Entry[] {
  const entries: Entry[] = [];
  const byId = new Map(screen.messages.map((one) => [one.id, one]));
  const threads = new Map(screen.threads.map((one) => [one.id, one]));
  const begun = new Set<string>();
  let thread: string | null = null;
  let day = '';
  let isNew = false;

  for (const item of itemsOf(screen)) {
    const itsDay = new Date(item.at).toDateString();
    if (itsDay !== day && item.kind !== 'line') {
      day = itsDay;
      entries.push({ kind: 'day', key: `day-${itsDay}`, at: item.at });
    }
    if (!isNew && isUnseen(item, seenUntil)) {
      isNew = true;
      entries.push({ kind: 'new', key: 'new' });
    }
    if (item.kind === 'message' && item.message.threadId !== thread) {
      thread = item.message.threadId;
      pushSpace(entries, { thread: threads.get(thread), begun, at: item.id });
    }
    push(entries, item, byId);
  }
  return entries;
}

function itemsOf(screen: Conversation): Item[] {
  const items: Item[] = [
    ...screen.messages.map((message): Item => ({ kind: 'message', at: message.at, id: message.id, message })),
    ...screen.notes.map((note): Item => ({ kind: 'note', at: note.at, id: note.id, note })),
    ...screen.history.map((line): Item => ({ kind: 'line', at: line.at, id: line.id, line })),
  ];
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

function isUnseen(item: Item, seenUntil: string | null): boolean {
  if (seenUntil === null || item.kind !== 'message') return false;
  return item.message.direction === 'in' && item.message.receivedAt > seenUntil;
}

function pushSpace(
  entries: Entry[],
  { thread, begun, at }: { thread: ThreadView | undefined; begun: Set<string>; at: string },
): void {
  if (!thread) return;
  entries.push({ kind: 'space', key: `space-${at}`, thread, first: !begun.has(thread.id) });
  begun.add(thread.id);
}

function push(entries: Entry[], item: Item, byId: ReadonlyMap<string, MessageView>): void {
  const last = entries.at(-1);
  switch (item.kind) {
    case 'line':
      if (last?.kind === 'lines') last.lines.push(item.line);
      else entries.push({ kind: 'lines', key: `lines-${item.id}`, lines: [item.line] });
      return;
    case 'note':
      entries.push({ kind: 'note', key: item.id, note: item.note });
      return;
    case 'message':
      entries.push(messageEntry(entries, item.message, byId));
  }
}

function messageEntry(entries: readonly Entry[], message: MessageView, byId: ReadonlyMap<string, MessageView>): Entry {
  const last = entries.at(-1);
  const above = entries.findLast((entry) => entry.kind === 'message')?.message ?? null;
  const joined = last?.kind === 'message' && follows(last.message, message);
  return { kind: 'message', key: message.id, message, joined, answers: answered(message, above, byId) };
}

function follows(above: MessageView, message: MessageView): boolean {
  return (
    above.direction === message.direction &&
    above.author.id === message.author.id &&
    above.author.name === message.author.name &&
    Date.parse(message.at) - Date.parse(above.at) < joinMs
  );
}

function answered(
  message: MessageView,
  above: MessageView | null,
  byId: ReadonlyMap<string, MessageView>,
): MessageView | null {
  if (message.replyToId === null || message.replyToId === above?.id) return null;
  return byId.get(message.replyToId) ?? null;
}
