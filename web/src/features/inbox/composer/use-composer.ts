import { useEffect, useState } from 'react';
import type { Conversation } from '../../../../../src/contract/index.js';
import { ApiError } from '../../../api/api-error.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { useLiveStatus } from '../../../live/live-context.js';
import { obstacleTo, type Obstacle } from './check-draft.js';
import { clearDraft, turnTo, useDraft } from './draft-store.js';
import type { Mode } from './modes.js';
import { obstacleOfLine, saidInPublic } from './paired-line.js';
import { personalData, type PersonalKind } from './personal-data.js';
import { tellSent } from './tell-sent.js';
import { useUndoSeconds } from './undo-seconds.js';
import { useFiles, type Files } from './use-files.js';
import { useSend } from './use-send.js';
import { useTarget, type Target } from './use-target.js';

type Draft = ReturnType<typeof useDraft>;

export interface ComposerState extends Target {
  ticketId: string;
  draft: Draft;
  setMode: (mode: Mode) => void;
  files: Files;
  obstacle: Obstacle | null;
  /** What of the text is too personal for where it would go. */
  personal: readonly PersonalKind[];
  personalAsked: boolean;
  closed: boolean;
  busy: boolean;
  error: unknown;
  /** The newest message that had been seen when a send was stopped by a newer one. */
  staleSince: string | null;
  send: (how?: SendHow) => void;
  forget: () => void;
}

interface SendHow {
  /** Although something newer is there. */
  anyway?: boolean;
  /** Although something personal is in it. */
  personalToo?: boolean;
  thenClose?: boolean;
  /** Not before this instant; and not at all when the customer writes before, unless told otherwise. */
  sendAt?: string;
  unlessAnswered?: boolean;
}

/** Everything the composer is made of: what is written, where it would go, and what stands in its way. */
export function useComposer(screen: Conversation, seenMessageId: string | null): ComposerState {
  const ticketId = screen.ticket.id;
  const draft = useDraft(ticketId);
  useArrived(screen, draft);
  const target = useTarget(screen, draft);
  const { mode, way } = target;
  const files = useFiles(ticketId, way);
  const obstacle = obstacleTo(draft, way) ?? obstacleOfLine(target.line, draft);
  const personal = personalData(saidInPublic(target, draft));
  const closed = screen.ticket.state === 'closed' && mode !== 'note';
  const ready = obstacle === null && !closed && way?.open !== false && files.uploading.length === 0;
  const sending = useSending(ticketId, { target, seenMessageId, ready, tooPersonal: personal.length > 0 });
  return {
    ticketId,
    draft,
    ...target,
    files,
    obstacle,
    personal,
    closed,
    ...sending,
    setMode: (next) => {
      turnTo(ticketId, next);
      sending.forget();
    },
  };
}

/** The answer to a send was lost, but the reply itself is there: what is written here went out already. */
function useArrived(screen: Conversation, draft: Draft): void {
  const { clientId, text } = draft;
  const ticketId = screen.ticket.id;
  const arrived = clientId === null ? undefined : screen.messages.find((one) => one.clientId === clientId);
  const same = arrived !== undefined && arrived.text === text.trim();
  useEffect(() => {
    if (same) clearDraft(ticketId);
  }, [same, ticketId]);
}

interface SendingParts {
  target: Target;
  seenMessageId: string | null;
  /** Nothing that the network or the server would refuse stands in the way. */
  ready: boolean;
  tooPersonal: boolean;
}
type Sending = Pick<ComposerState, 'busy' | 'error' | 'staleSince' | 'personalAsked' | 'send' | 'forget'>;

function useSending(ticketId: string, { target, seenMessageId, ready, tooPersonal }: SendingParts): Sending {
  const words = useWords();
  const offline = useLiveStatus().state === 'lost';
  const sending = useSend(ticketId);
  const undoSeconds = useUndoSeconds();
  const [staleSince, setStaleSince] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const note = target.mode === 'note';

  const go = async (how: SendHow) => {
    setStaleSince(seenMessageId);
    const sent = await sending.run(target.route, {
      seenMessageId,
      anyway: how.anyway === true,
      undoSeconds,
      sendAt: how.sendAt ?? null,
      line: target.line,
      unlessAnswered: how.unlessAnswered !== false,
    });
    if (!sent) return;
    setAsked(false);
    tellSent(words, sent.message, how.sendAt === undefined ? undoSeconds : 0);
    // The answer is on its way: should it fail, the ticket opens again of its own accord.
    if (how.thenClose && !note) await tickets.close(ticketId, { outcome: 'resolved' }).catch(() => null);
  };
  return {
    busy: sending.busy,
    error: sending.error,
    staleSince,
    personalAsked: asked && tooPersonal,
    send: (how = {}) => {
      if (!ready || sending.busy) return;
      if (offline) sending.refuse(new ApiError('offline', {}, '', 0));
      else if (tooPersonal && how.personalToo !== true && how.anyway !== true) setAsked(true);
      else void go(how);
    },
    forget: () => {
      setAsked(false);
      sending.refuse(null);
    },
  };
}
