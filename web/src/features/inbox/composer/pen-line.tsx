import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { may, type PenView, type TicketRow } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { pens } from '../../../api/drafts.js';
import { useMe } from '../../../api/use-me.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { usePen, usePresence } from '../../../live/live-context.js';
import { useNow } from '../../../live/use-now.js';
import { announce } from '../../../ui/announcer.js';
import { toast } from '../../../ui/toasts.js';
import { penDone, takePen } from './pen.js';
import { penTurn } from './pen-turn.js';
import { AskLine, PlainLine } from './warnings.js';

/** Two answers to one customer are worse than none: says who is at it, and how to take over. */
export function PenLine({ ticket }: { ticket: TicketRow }) {
  const { agent } = useMe();
  const pen = usePen(ticket.id);
  useTurn(ticket.id, pen, agent.id);
  if (pen && pen.agent.id !== agent.id) return <Theirs ticket={ticket} pen={pen} />;
  if (pen?.asked) return <Asked ticketId={ticket.id} by={pen.asked.by.name} until={pen.asked.until} />;
  return <Around ticket={ticket} />;
}

/** Nobody has the pen: somebody may be at it all the same, or it is somebody's ticket. */
function Around({ ticket }: { ticket: TicketRow }) {
  const words = useWords();
  const { agent } = useMe();
  const writing = usePresence(ticket.id).filter(({ id, drafting }) => drafting && id !== agent.id);
  if (writing.length > 0) {
    const names = words.list(writing.map(({ name }) => name));
    return <PlainLine icon="pencil" text={words.t('composer.writing', { names, count: writing.length })} />;
  }
  if (ticket.owner && ticket.owner.id !== agent.id && ticket.state !== 'closed') {
    return <PlainLine icon="person" text={words.t('composer.owned', { name: ticket.owner.name })} />;
  }
  return null;
}

function Theirs({ ticket, pen }: { ticket: TicketRow; pen: PenView }) {
  const words = useWords();
  const { agent } = useMe();
  const seconds = useSecondsTo(pen.asked?.until ?? pen.until);
  const { name } = pen.agent;
  if (pen.asked?.by.id === agent.id) {
    return <PlainLine icon="clock" text={words.t('pen.asking', { name, seconds })} />;
  }
  const by = pen.asked?.by.name;
  const text = by === undefined ? words.t('pen.theirs', { name }) : words.t('pen.asked-by', { name, by });
  return <PlainLine icon="pencil" text={text} acts={<TakeOver ticketId={ticket.id} name={name} />} />;
}

/** Asks for the pen; a lead has it at once. */
function TakeOver({ ticketId, name }: { ticketId: string; name: string }) {
  const words = useWords();
  const { agent } = useMe();
  const [busy, setBusy] = useState(false);
  const atOnce = may(agent, 'pen.take-at-once').ok;
  const ask = () => {
    setBusy(true);
    pens
      .ask(ticketId)
      .catch((error: unknown) => {
        toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={busy}
      title={words.t(atOnce ? 'pen.take.at-once' : 'pen.take.how', { name })}
      onClick={ask}
    >
      {words.t('pen.take')}
    </Button>
  );
}

function Asked({ ticketId, by, until }: { ticketId: string; by: string; until: string }) {
  const words = useWords();
  const seconds = useSecondsTo(until);
  return (
    <AskLine text={words.t('pen.asked', { by })} about={words.t('pen.passes', { seconds })}>
      <Button
        size="compact-sm"
        onClick={() => {
          // Too late for a refusal: the next look at the pen says so.
          pens.refuse(ticketId).catch(() => null);
        }}
      >
        {words.t('pen.refuse')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          penDone(ticketId);
        }}
      >
        {words.t('pen.give')}
      </Button>
    </AskLine>
  );
}

/** Says once what became of the pen. */
function useTurn(ticketId: string, pen: PenView | null, me: string): void {
  const words = useWords();
  const was = useRef<PenView | null>(null);
  useEffect(() => {
    const turn = penTurn(was.current, pen, me);
    was.current = pen;
    if (turn === 'yours') {
      announce(words.t('pen.yours'));
      // What the colleague had written may be read from now on.
      void takePen(ticketId);
    } else if (turn && pen) toast({ text: words.t(`pen.${turn}`, { name: pen.agent.name }) });
  }, [pen, me, ticketId, words]);
}

/** How long a colleague may think it over; the server’s clock is known here to a second or so. */
const mostSeconds = 15;

function useSecondsTo(until: string): number {
  const left = Math.ceil((Date.parse(until) - useNow(1000)) / 1000);
  return Math.min(mostSeconds, Math.max(0, left));
}
