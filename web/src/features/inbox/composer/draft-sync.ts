import type { DraftView, LiveEvent } from '../../../../../src/contract/index.js';
import { ApiError, hasCode } from '../../../api/api-error.js';
import { drafts } from '../../../api/drafts.js';
import { uuid } from '../../../api/uuid.js';
import { serverTime } from '../../../live/server-now.js';
import { listenToDrafts } from '../own-words.js';
import { isEmpty, type Draft } from './draft.js';
import { adopt, belongTo, changeDraft, deskOf, dropDraft, nameDraft, noteSaved, onWriting } from './draft-store.js';

/** After the last key; and again after so long, however much is typed. */
const pauseMs = 400;
const mostMs = 3000;
/** Between the beginnings of two saves. */
const apartMs = 1000;
const againMs = 5000;

/** The way that the composer would send it by. */
interface Way {
  threadId: string;
  accountId: string;
}

interface Saving {
  timer: ReturnType<typeof setTimeout> | null;
  /** When the last save began, in milliseconds of the server's clock. */
  at: number;
  /** Since when something waits to be saved. */
  since: number | null;
  running: Promise<void> | null;
}

const savings = new Map<string, Saving>();
const ways = new Map<string, Way | null>();
/** How much of a draft is known by now: what is heard late changes nothing. */
const versions = new Map<string, number>();
let me = '';
let onErased: (draft: DraftView) => void = () => {};

/** From now on what is written here is saved, and what is written elsewhere by the same person is shown here. */
export function syncDrafts(agentId: string): void {
  if (me === agentId) return;
  me = agentId;
  versions.clear();
  belongTo(agentId);
  onWriting(saveSoon);
  listenToDrafts({ hear, again: load });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) for (const ticketId of savings.keys()) void settleDraft(ticketId);
  });
  load();
}

/** Told of what was emptied here, and can be had back. */
export function onErasing(listener: (draft: DraftView) => void): void {
  onErased = listener;
}

/** Where it would go, told to whoever reads it before it is sent. */
export function noteWay(ticketId: string, way: Way | null): void {
  ways.set(ticketId, way);
}

/** Resolves when nothing of it is on its way any more: what is sent then is not saved behind its back. */
export async function settleDraft(ticketId: string, { save = true } = {}): Promise<void> {
  const saving = savings.get(ticketId);
  if (!saving) return;
  if (saving.timer !== null) clearTimeout(saving.timer);
  saving.timer = null;
  await saving.running;
  if (save) await saveNow(ticketId);
}

export function takeIn(view: DraftView): void {
  if ((versions.get(view.id) ?? 0) >= view.version) return;
  versions.set(view.id, view.version);
  adopt(view);
}

/** Those of a page that has just been opened: what was meant for the customer comes first. */
export function takeInAll(views: readonly DraftView[]): void {
  for (const view of views.toSorted((a, b) => Number(a.mode === 'note') - Number(b.mode === 'note'))) {
    if (view.author.id === me) takeIn(view);
  }
}

function load(): void {
  drafts.mine().then(
    (list) => {
      takeInAll(list.drafts);
    },
    // The browser's own copy stands; the next connection asks again.
    () => null,
  );
}

function hear(events: readonly LiveEvent[]): void {
  for (const event of events) {
    if (event.type === 'draft.gone') dropDraft(event.ticketId, event.draftId);
    // What this page is saving at this moment comes back with the answer.
    if (event.type === 'draft.changed' && event.draft.author.id === me && !isSaving(event.ticketId))
      takeIn(event.draft);
  }
}

const isSaving = (ticketId: string): boolean => (savings.get(ticketId)?.running ?? null) !== null;

function saveSoon(ticketId: string): void {
  const saving = savings.get(ticketId) ?? { timer: null, at: 0, since: null, running: null };
  savings.set(ticketId, saving);
  const now = serverTime.now();
  saving.since ??= now;
  if (saving.timer !== null) clearTimeout(saving.timer);
  // Whoever writes on and on is saved all the same.
  const pause = Math.min(pauseMs, Math.max(0, saving.since + mostMs - now));
  wait(ticketId, saving, Math.max(pause, saving.at + apartMs - now));
}

function wait(ticketId: string, saving: Saving, ms: number): void {
  saving.timer = setTimeout(() => {
    saving.timer = null;
    void saveNow(ticketId);
  }, ms);
}

function saveNow(ticketId: string): Promise<void> {
  const saving = savings.get(ticketId) ?? { timer: null, at: 0, since: null, running: null };
  savings.set(ticketId, saving);
  if (saving.running) return saving.running.then(() => saveNow(ticketId));
  const { current, aside, conflict } = deskOf(ticketId);
  const unsaved = [current, ...aside].filter((one) => one.unsaved && (one !== current || conflict === null));
  if (unsaved.length === 0) return Promise.resolve();
  saving.at = serverTime.now();
  saving.since = null;
  saving.running = saveAll(ticketId, unsaved).finally(() => {
    saving.running = null;
  });
  return saving.running;
}

async function saveAll(ticketId: string, unsaved: readonly Draft[]): Promise<void> {
  for (const draft of unsaved) {
    try {
      await saveOne(ticketId, draft);
    } catch (thrown) {
      await afterFailure(ticketId, draft, thrown);
    }
  }
}

async function saveOne(ticketId: string, draft: Draft): Promise<void> {
  const { mode, base } = draft;
  if (mode === null || (base === 0 && isEmpty(draft))) return;
  const id = draft.id ?? uuid();
  if (draft.id === null) nameDraft(ticketId, draft, id);
  const saved = await drafts.keep(ticketId, { id, mode, base, ...contentOf(ticketId, draft) });
  versions.set(id, Math.max(versions.get(id) ?? 0, saved.version));
  noteSaved(ticketId, { ...draft, id }, saved);
  if (saved.ended === 'erased') onErased(saved);
  if (deskOf(ticketId).current.unsaved) saveSoon(ticketId);
}

function contentOf(ticketId: string, { text, line, files, mode }: Draft) {
  const { threadId = null, accountId = null } = (mode === 'note' ? null : ways.get(ticketId)) ?? {};
  return { text, line, fileIds: files.map(({ id }) => id), threadId, accountId };
}

async function afterFailure(ticketId: string, draft: Draft, thrown: unknown): Promise<void> {
  if (hasCode(thrown, 'draft.stale')) {
    const { drafts: all } = await drafts.mine().catch(() => ({ drafts: [] }));
    for (const view of all.filter((one) => one.ticketId === ticketId && one.mode === draft.mode)) {
      versions.set(view.id, view.version);
      adopt(view);
    }
  } else if (hasCode(thrown, 'draft.sent')) {
    // What was written since is a draft of its own.
    if (deskOf(ticketId).current.id === draft.id) changeDraft(ticketId, { id: null, base: 0 });
    saveSoon(ticketId);
  } else if (!(thrown instanceof ApiError) || thrown.status === 0 || thrown.status >= 500) {
    const saving = savings.get(ticketId);
    if (saving) wait(ticketId, saving, againMs);
  }
}
