import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RefusalNote } from '../../api/refusal-note.js';
import { calendarsQuery, policiesQuery } from '../../api/sla.js';
import { useWords } from '../../i18n/words-provider.js';
import { Screen } from '../../ui/screen.js';
import { CalendarsDesk } from './calendars-desk.js';

/** When people work: what promises in business time are counted by. */
export function CalendarsScreen() {
  const words = useWords();
  const { data: saved, error } = useQuery(calendarsQuery);
  const { data: promised } = useQuery(policiesQuery);
  return (
    <Screen title={words.t('cal.title')} lead={words.t('cal.lead')}>
      <RefusalNote error={error} />
      {!saved && !error && <Skeleton height={320} radius={8} />}
      {saved && <CalendarsDesk saved={saved} policies={promised?.policies ?? []} />}
    </Screen>
  );
}
