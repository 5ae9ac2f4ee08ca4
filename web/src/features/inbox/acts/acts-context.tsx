import { createContext, lazy, Suspense, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import type { Question } from './question.js';
import { useTicketActs } from './use-ticket-acts.js';

export interface Acts {
  take: (row: TicketRow) => void;
  release: (row: TicketRow) => void;
  reopen: (row: TicketRow) => void;
  askClose: (row: TicketRow, thenNext: boolean) => void;
  /** Asks first what the act needs to know. */
  ask: (what: Exclude<Question['what'], 'close' | 'put-off-late'>, row: TicketRow) => void;
  resume: (row: TicketRow) => void;
  setVip: (row: TicketRow, vip: boolean) => void;
}

const ActsContext = createContext<Acts | null>(null);

const fetchAsk = () => import('./ask.js');
const Ask = lazy(() => fetchAsk().then(({ Ask }) => ({ default: Ask })));

/** The acts on a ticket, and the questions that some of them ask first: the same ones in the list and in the ticket. */
export function ActsProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const all = useTicketActs(setQuestion);
  useEffect(() => void fetchAsk(), []);
  const acts = useMemo<Acts>(
    () => ({
      take: all.take,
      release: all.release,
      reopen: all.reopen,
      resume: all.putOff.resume,
      setVip: all.classify.vip,
      askClose: (row, thenNext) => {
        setQuestion({ what: 'close', row, thenNext });
      },
      ask: (what, row) => {
        setQuestion({ what, row });
      },
    }),
    [all],
  );
  return (
    <ActsContext value={acts}>
      {children}
      <Suspense>
        {question && (
          <Ask
            question={question}
            acts={all}
            onAsk={setQuestion}
            onDone={() => {
              setQuestion(null);
            }}
          />
        )}
      </Suspense>
    </ActsContext>
  );
}

export function useActs(): Acts {
  const acts = use(ActsContext);
  if (!acts) throw new Error('there is no ActsProvider above');
  return acts;
}
