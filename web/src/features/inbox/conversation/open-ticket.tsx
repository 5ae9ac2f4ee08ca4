import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useLive } from '../../../live/live-context.js';
import { serverTime } from '../../../live/server-now.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Banner } from '../../../ui/banner.js';
import { useHasLeft } from '../departures.js';
import { Composer } from '../composer/composer.js';
import { LeavingBar } from '../composer/leaving-bar.js';
import { ConversationHeader } from './conversation-header.js';
import { markSeen, seenUntil } from './seen.js';
import { SplitBar } from './split-bar.js';
import { Timeline } from './timeline-view.js';
import { useAnnounceNew } from './use-announce-new.js';
import { useClockKeys } from './use-clock-keys.js';

const passingMs = 250;

interface OpenTicketProps {
  screen: Conversation;
  onBack: (() => void) | null;
  onContext: () => void;
  contextShown: boolean;
}

/** A ticket that is on the screen: read, answered, and seen by colleagues to be. */
export function OpenTicket({ screen, onBack, onContext, contextShown }: OpenTicketProps) {
  const { id } = screen.ticket;
  const [clocksShown, setClocksShown] = useState(false);
  const onDrafting = usePresenceHere(id);
  const seen = useSeenHere(id);
  const left = useHasLeft(id);
  const words = useWords();
  useAnnounceNew(screen);
  useClockKeys(clocksShown, setClocksShown);
  return (
    <>
      <ConversationHeader
        screen={screen}
        onBack={onBack}
        onContext={onContext}
        contextShown={contextShown}
        clocksShown={clocksShown}
        onClocks={setClocksShown}
      />
      {left && (
        <Banner tone="soon" icon="eye-off">
          {words.t('conversation.left')}
        </Banner>
      )}
      <Timeline key={id} screen={screen} seenUntil={seen.before} onSeen={seen.mark} />
      <SplitBar screen={screen} />
      <LeavingBar screen={screen} />
      <Composer key={`composer-${id}`} screen={screen} seenMessageId={seen.messageId} onDrafting={onDrafting} />
    </>
  );
}

/** Tells colleagues that this ticket is open here; gives the way to tell that it is being answered. */
function usePresenceHere(ticketId: string): (drafting: boolean) => void {
  const live = useLive();
  const [drafting, setDrafting] = useState(false);
  const idle = useSyncExternalStore(hearHiding, () => document.hidden);
  useEffect(() => {
    // Whoever only passes through on the way to another ticket is not worth a word.
    const timer = setTimeout(
      () => {
        live.lookAt({ ticketId, drafting, idle });
      },
      drafting ? 0 : passingMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [live, ticketId, drafting, idle]);
  useEffect(
    () => () => {
      live.lookAt({ ticketId: null, drafting: false, idle: false });
    },
    [live],
  );
  return setDrafting;
}

/** A tab behind another one is open, and nobody looks at it. */
function hearHiding(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
  };
}

interface SeenHere {
  /** When this agent looked here last, as it was on opening: what is marked since must not move the divider. */
  before: string | null;
  messageId: string | null;
  mark: (messageId: string) => void;
}

function useSeenHere(ticketId: string): SeenHere {
  const { agent } = useMe();
  const fresh = () => ({ ticketId, before: seenUntil(agent.id, ticketId), messageId: null });
  const [kept, setKept] = useState<{ ticketId: string; before: string | null; messageId: string | null }>(fresh);
  const now = kept.ticketId === ticketId ? kept : fresh();
  if (now !== kept) setKept(now);
  const mark = useCallback(
    (messageId: string) => {
      setKept((old) => ({ ...old, messageId }));
      markSeen(agent.id, ticketId, new Date(serverTime.now()).toISOString());
    },
    [agent.id, ticketId],
  );
  return { before: now.before, messageId: now.messageId, mark };
}
