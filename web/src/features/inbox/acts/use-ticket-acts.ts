import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Lane, Outcome, TicketRow } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useLive } from '../../../live/live-context.js';
import { toast } from '../../../ui/toasts.js';
import { askAgain } from '../apply-live.js';
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
}

export type Run = (act: Promise<TicketRow>, told: Told | null) => Promise<boolean>;

interface Told {
  text: string;
  undo?: () => void;
  /** What may be done all the same, when this refusal came. */
  whenRefused?: (error: unknown) => { label: string; run: () => void } | undefined;
}

/** Runs an act, tells what became of it, and whether it was done. */
function useRun(): Run {
  const words = useWords();
  const cache = useQueryClient();
  const live = useLive();
  return useMemo(
    () =>
      async (act: Promise<TicketRow>, told: Told | null): Promise<boolean> => {
        try {
          await act;
          if (live.status().state !== 'live') askAgain(cache);
          if (told)
            toast({ text: told.text, ...(told.undo && { act: { label: words.t('shell.undo'), run: told.undo } }) });
          return true;
        } catch (error) {
          const act = told?.whenRefused?.(error);
          toast({ text: refusalText(words, refusedOf(error)), tone: 'late', ...(act && { act }) });
          return false;
        }
      },
    [words, cache, live],
  );
}

export function useTicketActs(): TicketActs {
  const words = useWords();
  const run = useRun();
  const putOff = usePutOff(run);
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
  }, [run, words, putOff]);
}
