import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { approvalRulesQuery } from '../../../api/approvals.js';
import { RefusalNote } from '../../../api/refusal-note.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Screen } from '../../../ui/screen.js';
import { RulesDesk } from './rules-desk.js';

/** Which replies somebody else reads before they go. */
export function ApprovalRulesScreen() {
  const words = useWords();
  const { data: saved, error } = useQuery(approvalRulesQuery);
  return (
    <Screen title={words.t('approval-rules.title')} lead={words.t('approval-rules.lead')}>
      <RefusalNote error={error} />
      {!saved && !error && <Skeleton height={240} radius={8} />}
      {saved && <RulesDesk key={saved.revision} saved={saved} />}
    </Screen>
  );
}
