import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { HideKey } from './hide-key.js';
import { HistoryLines } from './history-lines.js';
import { MessageCard } from './message-card.js';
import { NoteCard } from './note-card.js';
import { SpaceHead } from './space-head.js';
import { timelineOf, type Entry } from './timeline.js';
import css from './timeline-view.module.css';
import { useOlder } from './use-conversation.js';
import { usePinnedScroll } from './use-pinned-scroll.js';

interface TimelineProps {
  screen: Conversation;
  /** When this agent looked here last, as it was when the ticket was opened. */
  seenUntil: string | null;
  /** The newest message has been in sight. */
  onSeen: (messageId: string) => void;
}

export function Timeline({ screen, seenUntil, onSeen }: TimelineProps) {
  const words = useWords();
  const entries = useMemo(() => timelineOf(screen, seenUntil), [screen, seenUntil]);
  const { scroller, atEnd, toEnd, onScroll } = usePinnedScroll(screen.ticket.id, screen.messages[0]?.id);
  useSeen(screen, { atEnd, toEnd, onSeen });
  return (
    <div className={css.place}>
      <div
        ref={scroller}
        className={css.scroller}
        role="region"
        data-timeline
        aria-label={words.t('timeline.label')}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div className={css.inner}>
          <OlderMessages screen={screen} />
          <ol className={css.entries}>
            {entries.map((entry) => (
              <li key={entry.key} className={css.entry} data-kind={entry.kind}>
                <EntryView entry={entry} screen={screen} />
              </li>
            ))}
          </ol>
        </div>
      </div>
      <HideKey screen={screen} />
      {!atEnd && (
        <button type="button" className={css.toEnd} onClick={toEnd}>
          <Icon name="down" size={16} />
          {words.t('timeline.to-end')}
        </button>
      )}
    </div>
  );
}

interface SeenParts {
  atEnd: boolean;
  toEnd: () => void;
  onSeen: (messageId: string) => void;
}

/** The newest message counts as seen once the end is in sight; one's own brings the end into sight. */
function useSeen(screen: Conversation, { atEnd, toEnd, onSeen }: SeenParts): void {
  const last = screen.messages.at(-1);
  const lastId = last?.id;
  const ownId = last?.direction === 'out' && last.state === 'queued' ? last.id : null;
  useEffect(() => {
    if (atEnd && lastId !== undefined) onSeen(lastId);
  }, [atEnd, lastId, onSeen]);
  useEffect(() => {
    if (ownId !== null) toEnd();
  }, [ownId, toEnd]);
}

function EntryView({ entry, screen }: { entry: Entry; screen: Conversation }) {
  const words = useWords();
  switch (entry.kind) {
    case 'day':
      return (
        <div className={css.day}>
          <span>{words.day(entry.at)}</span>
        </div>
      );
    case 'new':
      return (
        <div className={css.new} data-divider="">
          <span>{words.t('timeline.new')}</span>
        </div>
      );
    case 'space':
      return <SpaceHead thread={entry.thread} first={entry.first} person={screen.ticket.person.name} />;
    case 'message':
      return <MessageCard message={entry.message} joined={entry.joined} answers={entry.answers} screen={screen} />;
    case 'note':
      return <NoteCard note={entry.note} />;
    case 'lines':
      return <HistoryLines lines={entry.lines} screen={screen} />;
  }
}

function OlderMessages({ screen }: { screen: Conversation }) {
  const words = useWords();
  const older = useOlder(screen);
  if (screen.olderMessages === 0) return null;
  return (
    <div className={css.older}>
      <Button variant="default" loading={older.busy} onClick={older.load}>
        {words.t(older.failed ? 'timeline.older.failed' : 'timeline.older', { count: screen.olderMessages })}
      </Button>
    </div>
  );
}
