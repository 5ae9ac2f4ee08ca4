import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RefusalNote } from '../../api/refusal-note.js';
import { rulesQuery } from '../../api/routing.js';
import { useWords } from '../../i18n/words-provider.js';
import { Screen } from '../../ui/screen.js';
import { RulesDesk } from './rules-desk.js';

/** Who gets what: the rules in their order, tried on last week's tickets before they count. */
export function RulesScreen() {
  const words = useWords();
  const { data: saved, error } = useQuery(rulesQuery);
  return (
    <Screen title={words.t('rules.title')} lead={words.t('rules.lead')}>
      <RefusalNote error={error} />
      {!saved && !error && <Skeleton height={240} radius={8} />}
      {saved && <RulesDesk saved={saved} />}
    </Screen>
  );
}
