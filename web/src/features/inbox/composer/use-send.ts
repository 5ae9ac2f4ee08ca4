import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import {
  applyToConversation,
  type Conversation,
  type LiveEvent,
  type MessageView,
} from '../../../../../src/contract/index.js';
import { ApiError, hasCode } from '../../../api/api-error.js';
import { messages, type ReplyBody } from '../../../api/messages.js';
import { uuid } from '../../../api/uuid.js';
import { conversationKey } from '../apply-live.js';
import type { Draft } from './draft.js';
import { changeDraft, clearDraft, draftOf } from './draft-store.js';
import { settleDraft } from './draft-sync.js';
import type { Route } from './modes.js';
import { lineOf } from './paired-line.js';
import { penSent } from './pen.js';
import { caretHere, rememberSent } from './take-back.js';

interface Asked {
  seenMessageId: string | null;
  anyway: boolean;
  undoSeconds: number;
  sendAt: string | null;
  /** Where the public line beside it goes. */
  line: Route | null;
  unlessAnswered: boolean;
}

/** What was written: a reply, or a note where there is none. */
interface Sent {
  message: MessageView | null;
}

export interface Send {
  busy: boolean;
  /** Why the last try did not go through; cleared by the next one. */
  error: unknown;
  /** Resolves to null when it did not go out. */
  run: (route: Route | null, ask: Asked) => Promise<Sent | null>;
  /** Shows a reason that was found without asking, or none. */
  refuse: (error: unknown) => void;
}

/** Sends what is written on a ticket: through a route, or as a note where there is none. */
export function useSend(ticketId: string): Send {
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = useCallback<Send['run']>(
    async (route, ask) => {
      setBusy(true);
      setError(null);
      try {
        await settleDraft(ticketId, { save: false });
        const { message, event } = route ? await reply(ticketId, route, ask) : await note(ticketId);
        cache.setQueryData<Conversation>(conversationKey(ticketId), (now) => now && applyToConversation(now, event));
        clearDraft(ticketId);
        if (message) penSent(ticketId);
        return { message };
      } catch (thrown) {
        afterFailure(ticketId, thrown);
        // What is newer may not have come by itself: it must be on the screen before it can be judged.
        if (hasCode(thrown, 'ticket.stale')) await cache.invalidateQueries({ queryKey: conversationKey(ticketId) });
        setError(thrown);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [cache, ticketId],
  );
  return { busy, error, run, refuse: setError };
}

interface Written extends Sent {
  event: LiveEvent;
}

async function reply(ticketId: string, route: Route, ask: Asked): Promise<Written> {
  const { files, line } = draftOf(ticketId);
  const caret = caretHere();
  const message = await messages.reply(ticketId, bodyOf(ticketId, route, ask));
  rememberSent(message, { files, caret, line });
  return { message, event: { type: 'message.changed', ticketId, message } };
}

/**
 * What is sent, kept with the draft before it leaves. When no answer came back, the same words are sent again exactly
 * as they were: the server then knows them for the same reply, whatever has been read in the meantime.
 */
function bodyOf(ticketId: string, { thread, way }: Route, ask: Asked): ReplyBody {
  const draft = draftOf(ticketId);
  const content = {
    threadId: thread.id,
    space: way.space,
    accountId: way.accountId,
    text: draft.text.trim(),
    fileIds: draft.files.map(({ id }) => id),
  };
  const line = lineOf(ask.line, draft);
  const fingerprint = JSON.stringify({ ...content, ...line });
  const tried =
    draft.tried?.content === fingerprint && !ask.anyway
      ? draft.tried
      : { seenMessageId: ask.seenMessageId, anyway: ask.anyway, content: fingerprint };
  const clientId = draft.clientId ?? uuid();
  changeDraft(ticketId, { clientId, tried });
  const { undoSeconds } = ask;
  const planned = ask.sendAt === null ? {} : { sendAt: ask.sendAt, unlessAnswered: ask.unlessAnswered };
  return {
    clientId,
    ...content,
    seenMessageId: tried.seenMessageId,
    undoSeconds,
    ...planned,
    ...(line && { paired: { clientId: uuid(), ...line } }),
    ...(tried.anyway && { anyway: true }),
    ...endOf(draft),
  };
}

/** The draft ends with the sending, where the server knows it. */
function endOf({ id, base }: Draft): { draftId?: string } {
  return id !== null && base > 0 ? { draftId: id } : {};
}

async function note(ticketId: string): Promise<Written> {
  const draft = draftOf(ticketId);
  const clientId = draft.clientId ?? uuid();
  changeDraft(ticketId, { clientId });
  const added = await messages.note(ticketId, { clientId, text: draft.text.trim(), ...endOf(draft) });
  return { message: null, event: { type: 'note.added', ticketId, note: added } };
}

/** A refusal means that nothing was taken: the next try may say anew what had been read. */
function afterFailure(ticketId: string, thrown: unknown): void {
  if (!(thrown instanceof ApiError) || thrown.status < 400 || thrown.status >= 500) return;
  // An earlier try went out with other words: what stands here now is a reply of its own.
  changeDraft(ticketId, { tried: null, ...(hasCode(thrown, 'reply.other-body') && { clientId: null }) });
}
