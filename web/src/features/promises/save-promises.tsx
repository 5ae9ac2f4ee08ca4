import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SlaPolicy } from '../../../../src/contract/index.js';
import { policiesQuery, sla, slaKey } from '../../api/sla.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { FormActs } from '../../ui/form.js';
import type { Draft } from '../../ui/use-draft.js';
import { TrialCount } from './promise-trial.js';
import css from './promises.module.css';
import { NotSaved } from './save-part.js';
import { SlaRefusal } from './sla-refusal.js';
import { useSaving } from './use-saving.js';

export function trialQuery(policies: readonly SlaPolicy[]) {
  return { queryKey: [...slaKey, 'trial', policies], queryFn: () => sla.dryRun(policies), retry: false, staleTime: 0 };
}

/** How many open tickets the list would change is said once more before it counts. */
export function SavePromises({ draft, onClose }: { draft: Draft<SlaPolicy>; onClose: () => void }) {
  const words = useWords();
  const cache = useQueryClient();
  const { data: trial, error, isFetching } = useQuery(trialQuery(draft.list));
  const saving = useSaving(
    draft,
    {
      read: async () => {
        const { version, policies } = await cache.fetchQuery({ ...policiesQuery, staleTime: 0 });
        return { version, list: policies };
      },
      save: ({ version, list }) => sla.savePolicies({ version, policies: list }),
      queryKey: policiesQuery.queryKey,
      saved: 'promise.saved',
      undone: 'promise.undone',
    },
    onClose,
  );
  return (
    <Dialog opened onClose={onClose} title={words.t('promise.save-title')} closeLabel={words.t('shell.close')}>
      <div className={css.parts}>
        <p className={css.quiet}>{words.t('promise.save-text')}</p>
        {trial && <TrialCount trial={trial} />}
        <SlaRefusal error={error} />
        <NotSaved saving={saving} />
        <FormActs>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <BusyButton data-autofocus busy={saving.busy || isFetching} onClick={saving.run}>
            {words.t('promise.save')}
          </BusyButton>
        </FormActs>
      </div>
    </Dialog>
  );
}
