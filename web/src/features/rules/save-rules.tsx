import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RoutingRule, RoutingRulesView } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { routing, rulesQuery } from '../../api/routing.js';
import { useAct } from '../../api/use-act.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { FormActs } from '../../ui/form.js';
import { toast } from '../../ui/toasts.js';
import css from './rules.module.css';
import { TrialSummary } from './trial-view.js';
import type { Draft } from '../../ui/use-draft.js';
import type { useTrial } from './use-trial.js';

interface SaveRulesProps {
  draft: Draft<RoutingRule>;
  trial: ReturnType<typeof useTrial>;
  onClose: () => void;
}

/** What the list would have done with last week's tickets is said once more before it counts. */
export function SaveRules({ draft, trial, onClose }: SaveRulesProps) {
  const words = useWords();
  const undo = useUndo();
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: () => routing.saveRules({ revision: draft.revision, rules: draft.list }),
    onSuccess: (view) => {
      cache.setQueryData(rulesQuery.queryKey, view);
      draft.discard();
      onClose();
      undo(view);
    },
  });
  useTried(trial, draft.list);
  return (
    <Dialog opened onClose={onClose} title={words.t('rules.save-title')} closeLabel={words.t('shell.close')}>
      <div className={css.parts}>
        <p className={css.quiet}>{words.t('rules.save-text')}</p>
        {trial.trial && <TrialSummary trial={trial.trial} running={trial.running} />}
        <RefusalNote error={save.error ?? trial.error} />
        <FormActs>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <BusyButton
            data-autofocus
            busy={save.isPending || trial.running}
            onClick={() => {
              save.mutate();
            }}
          >
            {words.t('rules.save-now')}
          </BusyButton>
        </FormActs>
      </div>
    </Dialog>
  );
}

/** Tries the list once, when the question is asked. */
function useTried(trial: SaveRulesProps['trial'], rules: readonly RoutingRule[]): void {
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void trial.run(rules);
  }, [trial, rules]);
}

/** The list before stays one click away. */
function useUndo(): (view: RoutingRulesView) => void {
  const words = useWords();
  const cache = useQueryClient();
  const back = useAct(routing.saveRules, (view) => {
    cache.setQueryData(rulesQuery.queryKey, view);
    toast({ text: words.t('rules.undone'), tone: 'ok' });
  });
  return ({ revision, previous }) => {
    const run = () => {
      back.mutate({ revision, rules: previous ?? [] });
    };
    toast({ text: words.t('rules.saved'), tone: 'ok', act: { label: words.t('shell.undo'), run } });
  };
}
