import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { applyToConversation, type Conversation } from '../../../../../src/contract/index.js';
import { ApiError, hasCode } from '../../../api/api-error.js';
import { messages, type ReplyBody } from '../../../api/messages.js';
import { uuid } from '../../../api/uuid.js';
import { conversationKey } from '../apply-live.js';
import { changeDraft, clearDraft, draftOf } from './draft-store.js';
import type { Route } from './modes.js';
import { rememberFiles } from './take-back.js';

interface Asked {
  seenMessageId: string | null;
  anyway: boolean;
  undoSeconds: number;
  sendAt: string | null;
}

export interface Send {
  busy: boolean;
  /** Why the last try did not go through; cleared by the next one. */
  error: unknown;
  /** Resolves to whether it went out. */
  run: (route: Route | null, ask: Asked) => Promise<boolean>;
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
        const show = route ? await reply(ticketId, route, ask) : await note(ticketId);
        cache.setQueryData<Conversation>(conversationKey(ticketId), (now) => now && show(now));
        clearDraft(ticketId);
        return true;
      } catch (thrown) {
        afterFailure(ticketId, thrown);
        // What is newer may not have come by itself: it must be on the screen before it can be judged.
        if (hasCode(thrown, 'ticket.stale')) await cache.invalidateQueries({ queryKey: conversationKey(ticketId) });
        setError(thrown);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [cache, ticketId],
  );
  return { busy, error, run, refuse: setError };
}

type Show = (screen: Conversation) => Conversation;

async function reply(ticketId: string, route: Route, ask: Asked): Promise<Show> {
  const { files } = draftOf(ticketId);
  const message = await messages.reply(ticketId, bodyOf(ticketId, route, ask));
  rememberFiles(message.id, files);
  return (screen) => applyToConversation(screen, { type: 'message.changed', ticketId, message });
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
  const fingerprint = JSON.stringify(content);
  const tried =
    draft.tried?.content === fingerprint && !ask.anyway
      ? draft.tried
      : { seenMessageId: ask.seenMessageId, anyway: ask.anyway, content: fingerprint };
  const clientId = draft.clientId ?? uuid();
  changeDraft(ticketId, { clientId, tried });
  const { undoSeconds } = ask;
  const planned = ask.sendAt === null ? {} : { sendAt: ask.sendAt, unlessAnswered: true };
  return {
    clientId,
    ...content,
    seenMessageId: tried.seenMessageId,
    undoSeconds,
    ...planned,
    ...(tried.anyway && { anyway: true }),
  };
}

async function note(ticketId: string): Promise<Show> {
  const draft = draftOf(ticketId);
  const clientId = draft.clientId ?? uuid();
  changeDraft(ticketId, { clientId });
  const added = await messages.note(ticketId, { clientId, text: draft.text.trim() });
  return (screen) => applyToConversation(screen, { type: 'note.added', ticketId, note: added });
}

/** A refusal means that nothing was taken: the next try may say anew what had been read. */
function afterFailure(ticketId: string, thrown: unknown): void {
  if (!(thrown instanceof ApiError) || thrown.status < 400 || thrown.status >= 500) return;
  // An earlier try went out with other words: what stands here now is a reply of its own.
  changeDraft(ticketId, { tried: null, ...(hasCode(thrown, 'reply.other-body') && { clientId: null }) });
}
