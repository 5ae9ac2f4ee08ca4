import { Button } from '@mantine/core';
import { useEffect, type RefObject } from 'react';
import type { Conversation } from '../../../../../src/contract/index.js';
import { hasCode } from '../../../api/api-error.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { usePen } from '../../../live/live-context.js';
import { useActs } from '../acts/acts-context.js';
import { ApprovalLine } from './approval-line.js';
import type { ComposerState } from './use-composer.js';
import {
  FromPublicLine,
  HeldNote,
  PersonalLine,
  PlainLine,
  SendErrorLine,
  ShutLine,
  StaleLine,
  WindowLine,
} from './warnings.js';

interface LinesProps {
  screen: Conversation;
  composer: ComposerState;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What the writer must know before sending, each thing in one line above the text. */
export function ComposerLines({ screen, composer, field }: LinesProps) {
  const { way, personal, personalAsked } = composer;
  const privateOpen = composer.routes.private?.way.open === true;
  const backToText = () => {
    field.current?.focus();
  };
  return (
    <>
      {composer.closed && <ClosedLine screen={screen} />}
      <ErrorLines screen={screen} composer={composer} onRead={backToText} />
      {way?.open === false && <Shut composer={composer} />}
      <ApprovalLine approval={composer.approval} />
      {way && <WindowLine way={way} />}
      {way && <FromPublicLine way={way} name={screen.ticket.person.name} />}
      {personal.length > 0 && (
        <PersonalLine
          kinds={personal}
          asked={personalAsked}
          onPrivate={
            privateOpen && composer.mode === 'public'
              ? () => {
                  composer.setMode('private');
                  backToText();
                }
              : null
          }
          onAnyway={() => {
            composer.send({ personalToo: true });
          }}
        />
      )}
    </>
  );
}

function ClosedLine({ screen }: { screen: Conversation }) {
  const words = useWords();
  const { reopen } = useActs();
  return (
    <PlainLine
      icon="lock"
      text={words.t('composer.closed')}
      acts={
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            reopen(screen.ticket);
          }}
        >
          {words.t('act.reopen')}
        </Button>
      }
    />
  );
}

function ErrorLines({
  screen,
  composer,
  onRead,
}: {
  screen: Conversation;
  composer: ComposerState;
  onRead: () => void;
}) {
  if (composer.error === null) return null;
  if (hasCode(composer.error, 'ticket.stale')) {
    return (
      <StaleLine
        screen={screen}
        seenMessageId={composer.staleSince}
        onRead={() => {
          composer.forget();
          onRead();
        }}
        onAnyway={() => {
          composer.send({ anyway: true });
        }}
      />
    );
  }
  if (hasCode(composer.error, 'pen.held')) return <HeldLine composer={composer} />;
  return (
    <SendErrorLine
      error={composer.error}
      onRetry={() => {
        composer.send();
      }}
    />
  );
}

/** Nothing was sent: somebody else has the pen, and how to ask for it stands above. Once it is free, the reply can go. */
function HeldLine({ composer: { ticketId, forget } }: { composer: ComposerState }) {
  const words = useWords();
  const { agent } = useMe();
  const holder = usePen(ticketId)?.agent;
  const free = holder === undefined || holder.id === agent.id;
  useEffect(() => {
    if (free) forget();
  });
  return holder && <HeldNote text={words.t('pen.nothing-sent', { name: holder.name })} />;
}

function Shut({ composer }: { composer: ComposerState }) {
  const words = useWords();
  const { mode, way, routes } = composer;
  const other = mode === 'public' ? 'private' : 'public';
  const open = routes[other]?.way.open === true;
  return (
    way && (
      <ShutLine
        way={way}
        other={open ? words.t(`mode.instead.${other}`) : null}
        onOther={() => {
          composer.setMode(other);
        }}
      />
    )
  );
}
