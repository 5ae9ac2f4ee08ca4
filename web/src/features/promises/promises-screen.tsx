import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RefusalNote } from '../../api/refusal-note.js';
import { calendarsQuery, policiesQuery } from '../../api/sla.js';
import { useWords } from '../../i18n/words-provider.js';
import { Screen } from '../../ui/screen.js';
import { PromisesDesk } from './promises-desk.js';

/** What customers are promised, in the order in which promises are asked, tried on the open tickets before they count. */
export function PromisesScreen() {
  const words = useWords();
  const { data: saved, error } = useQuery(policiesQuery);
  const { data: known } = useQuery(calendarsQuery);
  return (
    <Screen title={words.t('promise.title')} lead={words.t('promise.lead')}>
      <RefusalNote error={error} />
      {!saved && !error && <Skeleton height={240} radius={8} />}
      {saved && <PromisesDesk saved={saved} calendars={known?.calendars ?? []} />}
    </Screen>
  );
}
