import { useQuery } from '@tanstack/react-query';
import { useWords } from '../i18n/words-provider.js';
import { topicChoicesQuery } from './tickets.js';

/** What the workspace calls its topics, in the reader's language. */
export function useTopicNames(): (id: string) => string {
  const words = useWords();
  const { data: topics = [] } = useQuery(topicChoicesQuery);
  return (id) => topics.find((topic) => topic.id === id)?.name[words.locale] ?? id.replaceAll('_', ' ');
}
