import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RefusalNote } from '../../api/refusal-note.js';
import { topicsQuery } from '../../api/routing.js';
import { useWords } from '../../i18n/words-provider.js';
import { Screen } from '../../ui/screen.js';
import { TopicsDesk } from './topics-desk.js';

/** What customers write about, and the words by which Relais tells one matter from another. */
export function TopicsScreen() {
  const words = useWords();
  const { data: saved, error } = useQuery(topicsQuery);
  return (
    <Screen title={words.t('topics.title')} lead={words.t('topics.lead')}>
      <RefusalNote error={error} />
      {!saved && !error && <Skeleton height={240} radius={8} />}
      {saved && <TopicsDesk saved={saved} />}
    </Screen>
  );
}
