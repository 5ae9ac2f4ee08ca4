import { Button } from '@mantine/core';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { BulkBar } from './bulk-bar.js';
import css from './list-pane.module.css';
import type { Checked } from './use-checked.js';
import type { TicketList } from './use-ticket-list.js';

interface ListFootProps {
  rows: readonly TicketRow[];
  checks: Checked;
  more: TicketList['more'];
}

export function ListFoot({ rows, checks, more }: ListFootProps) {
  return (
    <>
      {more.failed && <MoreFailed onRetry={more.load} />}
      <BulkBar rows={rows} checked={checks.checked} onClear={checks.clear} />
    </>
  );
}

function MoreFailed({ onRetry }: { onRetry: () => void }) {
  const words = useWords();
  return (
    <div className={css.more} role="status">
      {words.t('list.more-failed')}
      <Button variant="default" onClick={onRetry}>
        {words.t('shell.try-again')}
      </Button>
    </div>
  );
}
