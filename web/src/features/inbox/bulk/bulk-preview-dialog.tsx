import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { BulkAct } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { bulk, type BulkWhich } from '../../../api/bulk.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { FormActs } from '../../../ui/form.js';
import css from './bulk-bar.module.css';
import { skippedText } from './skipped-text.js';

interface BulkPreviewDialogProps {
  act: BulkAct;
  which: BulkWhich;
  onDone: () => void;
  onDecided: () => void;
}

/** How many tickets would change, how many would not and why: before anything happens. */
export function BulkPreviewDialog({ act, which, onDone, onDecided }: BulkPreviewDialogProps) {
  const words = useWords();
  const asking = useId();
  const { data, error } = useQuery({
    queryKey: ['bulk', asking],
    queryFn: () => bulk.preview(act, which),
    gcTime: 0,
  });
  return (
    <Dialog opened onClose={onDone} title={words.t(`bulk.${act.act}`)} closeLabel={words.t('shell.close')} size="sm">
      <div className={css.preview} role="status">
        {!data && !error && <p>{words.t('bulk.looking')}</p>}
        {error && <p>{refusalText(words, refusedOf(error))}</p>}
        {data && <p className={css.will}>{words.t('bulk.will', { count: data.will })}</p>}
        {data && data.skipped.length > 0 && <p>{skippedText(words, data.skipped)}</p>}
      </div>
      <FormActs>
        <Button variant="default" onClick={onDone}>
          {words.t('shell.cancel')}
        </Button>
        <Button data-autofocus disabled={!data || data.will === 0} onClick={onDecided}>
          {words.t('bulk.do')}
        </Button>
      </FormActs>
    </Dialog>
  );
}
