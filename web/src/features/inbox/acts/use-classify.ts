import { useMemo } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { persons } from '../../../api/persons.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Run } from './use-run.js';

export interface Classify {
  topic: (row: TicketRow, topic: string | null) => void;
  priority: (row: TicketRow, priority: number) => void;
  vip: (row: TicketRow, vip: boolean) => void;
}

/** Somebody knows better what a ticket is about, and how much it presses. */
export function useClassify(run: Run): Classify {
  const words = useWords();
  return useMemo(() => {
    const about = (row: TicketRow) => ({ name: row.person.name, number: String(row.number) });
    const nameOf = (topic: string | null) => (topic === null ? words.t('facts.no-topic') : words.topic(topic));
    const back = (row: TicketRow, body: { topic: string | null } | { priority: number }) => () => {
      void run(tickets.classify(row.id, body), null);
    };
    const vip = (row: TicketRow, is: boolean) => {
      const { id, name } = row.person;
      const undo = () => {
        vip(row, !is);
      };
      void run(persons.setVip(id, is), { text: words.t(is ? 'done.vip' : 'done.not-vip', { name }), undo });
    };
    return {
      vip,
      topic: (row, topic) => {
        const text = words.t('done.topic', { ...about(row), topic: nameOf(topic) });
        void run(tickets.classify(row.id, { topic }), { text, undo: back(row, { topic: row.topic }) });
      },
      priority: (row, priority) => {
        const text = words.t('done.priority', { ...about(row), priority });
        void run(tickets.classify(row.id, { priority }), { text, undo: back(row, { priority: row.priority }) });
      },
    };
  }, [run, words]);
}
