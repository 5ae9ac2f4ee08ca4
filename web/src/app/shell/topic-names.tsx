import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { topicChoicesQuery } from '../../api/tickets.js';
import { useWords, WordsContext } from '../../i18n/words-provider.js';

/** Puts the workspace's own names of topics among the words. */
export function TopicNames({ children }: { children: ReactNode }) {
  const words = useWords();
  const { data: topics } = useQuery(topicChoicesQuery);
  const named = useMemo(() => {
    const names = new Map(topics?.map(({ id, name }) => [id, name[words.locale]]));
    return { ...words, topic: (id: string) => names.get(id) ?? words.topic(id) };
  }, [words, topics]);
  return <WordsContext value={named}>{children}</WordsContext>;
}
