import { Button } from '@mantine/core';
import { useWords } from '../../i18n/words-provider.js';
import { Note } from '../../ui/note.js';
import css from './promises.module.css';
import { SlaRefusal } from './sla-refusal.js';
import type { useSaving } from './use-saving.js';

/** Why it was not saved; and where somebody else was faster, whose list is to count. */
export function NotSaved({ saving: { error, conflict, busy } }: { saving: ReturnType<typeof useSaving> }) {
  const words = useWords();
  if (!conflict) return <SlaRefusal error={error} />;
  return (
    <div role="alert">
      <Note tone="soon" title={words.t('sla.conflict')}>
        <p>{words.t('sla.conflict-text')}</p>
        <div className={css.tools}>
          <Button variant="default" onClick={conflict.takeTheirs}>
            {words.t('sla.take-theirs')}
          </Button>
          <Button variant="default" disabled={busy} onClick={conflict.keepMine}>
            {words.t('sla.keep-mine')}
          </Button>
        </div>
      </Note>
    </div>
  );
}
