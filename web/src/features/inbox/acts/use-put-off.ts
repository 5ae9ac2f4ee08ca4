import { useMemo } from 'react';
import { may, type TicketRow } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { tickets } from '../../../api/tickets.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Question } from './question.js';
import type { Run } from './use-run.js';

export interface PutOff {
  /** `confirm`: whoever may has said that the promise to the customer may be broken. */
  until: (row: TicketRow, at: Date, confirm?: boolean) => void;
  waitFor: (row: TicketRow, who: 'internal' | 'third_party') => void;
  resume: (row: TicketRow) => void;
}

/** Putting a ticket off, and taking it up again. Beyond what the customer was promised, who may decide that is asked. */
export function usePutOff(run: Run, ask: (question: Question) => void): PutOff {
  const words = useWords();
  const { agent } = useMe();
  return useMemo(() => {
    const about = (row: TicketRow) => ({ name: row.person.name, number: String(row.number) });
    const resume = (row: TicketRow) => {
      const act = row.state === 'snoozed' ? tickets.unsnooze(row.id) : tickets.resume(row.id);
      void run(act, { text: words.t('done.resumed', about(row)) });
    };
    const undoOf = (row: TicketRow, state: TicketRow['state']) => () => {
      resume({ ...row, state });
    };
    const until = (row: TicketRow, at: Date, confirm = false) => {
      const scope = { lane: row.lane, ownerId: row.owner?.id ?? null };
      const mayBeLate = !confirm && may(agent, 'ticket.put-off-late', scope).ok;
      void run(tickets.snooze(row.id, { until: at.toISOString(), confirm }), {
        text: words.t('done.snoozed', { ...about(row), until: words.moment(at.toISOString()) }),
        undo: undoOf(row, 'snoozed'),
        asksInstead: (error) => {
          const { code, details } = refusedOf(error);
          const dueAt = details['dueAt'];
          if (!mayBeLate || code !== 'snooze.beyond-target' || typeof dueAt !== 'string') return false;
          ask({ what: 'put-off-late', row, at, dueAt });
          return true;
        },
      });
    };
    return {
      until,
      resume,
      waitFor: (row, who) => {
        const text = words.t(`done.waiting.${who}`, about(row));
        void run(tickets.wait(row.id, who), { text, undo: undoOf(row, 'waiting_internal') });
      },
    };
  }, [run, words, agent, ask]);
}
