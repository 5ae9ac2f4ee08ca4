import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { BulkAct } from '../../../../../src/contract/index.js';
import type { BulkWhich } from '../../../api/bulk.js';
import { useWords } from '../../../i18n/words-provider.js';
import { IconButton } from '../../../ui/icon-button.js';
import { usePlace } from '../place.js';
import { useCounts } from '../views/views-pane.js';
import css from './bulk-bar.module.css';
import { BulkResult } from './bulk-result.js';
import { useBulk } from './use-bulk.js';
import { whichOf } from './which-of.js';

const BulkQuestion = lazy(() => import('./bulk-question.js').then(({ BulkQuestion }) => ({ default: BulkQuestion })));

interface BulkBarProps {
  checked: ReadonlySet<string>;
  onClear: () => void;
}

/** What can be done to all picked rows at once: it is looked at first, and can be undone. */
export function BulkBar({ checked, onClear }: BulkBarProps) {
  const place = usePlace();
  const bulk = useBulk();
  const [whole, setWhole] = useState(false);
  const [asked, setAsked] = useState<BulkAct['act'] | null>(null);
  const which = whichOf(checked, whole ? place : null);
  if (whole && checked.size === 0) setWhole(false);
  if (bulk.view) return <BulkResult view={bulk.view} onUndo={bulk.undo} onClose={bulk.close} />;
  if (checked.size === 0) return null;
  return (
    <>
      <Toolbar picked={checked.size} whole={whole} onWhole={setWhole} onAsk={setAsked} onClear={onClear} />
      <Suspense>
        {asked && (
          <BulkQuestion
            asked={asked}
            which={which}
            onDone={() => {
              setAsked(null);
            }}
            onDecided={(act: BulkAct, upon: BulkWhich) => {
              setAsked(null);
              onClear();
              bulk.start(act, upon);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

const acts = ['take', 'assign', 'transfer', 'topic', 'priority', 'close'] as const;

interface ToolbarProps {
  picked: number;
  whole: boolean;
  onWhole: (whole: boolean) => void;
  onAsk: (act: BulkAct['act']) => void;
  onClear: () => void;
}

function Toolbar({ picked, whole, onWhole, onAsk, onClear }: ToolbarProps) {
  const words = useWords();
  const { view, filters } = usePlace();
  const narrowed = Object.keys(filters).some((name) => name !== 'order');
  const count = useCounts()?.[view] ?? 0;
  return (
    <div className={css.bar} role="toolbar" aria-label={words.t('bulk.label')}>
      <span className={css.count}>{words.t(whole ? 'bulk.whole' : 'bulk.picked', { count: picked })}</span>
      <IconButton icon="close" label={words.t('bulk.clear')} onClick={onClear} />
      {!whole && (narrowed || count > picked) && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onWhole(true);
          }}
        >
          {narrowed ? words.t('bulk.select-list') : words.t('bulk.select-view', { count: words.number(count) })}
        </Button>
      )}
      <div className={css.acts}>
        {acts.map((act) => (
          <Button
            key={act}
            size="compact-sm"
            variant="default"
            onClick={() => {
              onAsk(act);
            }}
          >
            {words.t(`bulk.${act}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
