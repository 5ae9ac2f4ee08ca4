import { useMemo } from 'react';
import type { Lane, Outcome, TicketRow } from '../../../../../src/contract/index.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Question } from './question.js';
import { useClassify, type Classify } from './use-classify.js';
import { useRun } from './use-run.js';
import { usePutOff, type PutOff } from './use-put-off.js';

export type CloseTicket = (row: TicketRow, body: { outcome: Outcome; note?: string }) => Promise<boolean>;
export type TransferTicket = (row: TicketRow, body: { lane: Lane; agentId?: string; note: string }) => Promise<boolean>;
export type AssignTicket = (row: TicketRow, agent: { id: string; name: string }) => Promise<boolean>;

export interface TicketActs {
  take: (row: TicketRow) => void;
  release: (row: TicketRow) => void;
  reopen: (row: TicketRow) => void;
  close: CloseTicket;
  transfer: TransferTicket;
  assign: AssignTicket;
  putOff: PutOff;
  classify: Classify;
}

export function useTicketActs(ask: (question: Question) => void): TicketActs {
  const words = useWords();
  const run = useRun();
  const putOff = usePutOff(run, ask);
  const classify = useClassify(run);
  return useMemo(() => {
    const about = (row: TicketRow) => ({ name: row.person.name, number: String(row.number) });
    const release = (row: TicketRow) => {
      void run(tickets.release(row.id), { text: words.t('done.released', about(row)) });
    };
    const reopen = (row: TicketRow) => {
      void run(tickets.reopen(row.id), { text: words.t('done.reopened', about(row)) });
    };
    return {
      putOff,
      classify,
      release,
      reopen,
      take: (row) => {
        const undo = () => {
          release(row);
        };
        void run(tickets.take(row.id), { text: words.t('done.taken', about(row)), undo });
      },
      close: (row, body) => {
        const outcome = words.t(`outcome.${body.outcome}`);
        const undo = () => {
          reopen(row);
        };
        return run(tickets.close(row.id, body), { text: words.t('done.closed', { ...about(row), outcome }), undo });
      },
      transfer: (row, body) => {
        const lane = words.t(`lane.${body.lane}`);
        return run(tickets.transfer(row.id, body), { text: words.t('done.transferred', { ...about(row), lane }) });
      },
      assign: (row, agent) =>
        run(tickets.assign(row.id, agent.id), { text: words.t('done.assigned', { ...about(row), agent: agent.name }) }),
    };
  }, [run, words, putOff, classify]);
}
