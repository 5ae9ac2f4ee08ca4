import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may, type CalendarView, type PoliciesView, type SlaPolicy } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { toast } from '../../ui/toasts.js';
import { UnsavedBar } from '../../ui/unsaved-bar.js';
import { useDraft, type Draft } from '../../ui/use-draft.js';
import { newPolicy } from './new-policy.js';
import { isAlways } from './policy-conditions.js';
import { PolicyEditor } from './policy-editor.js';
import { PolicyList } from './policy-list.js';
import { PromiseTrial } from './promise-trial.js';
import css from './promises.module.css';
import { SavePromises, trialQuery } from './save-promises.js';
import { SlaRefusal } from './sla-refusal.js';

interface PromisesDeskProps {
  saved: PoliciesView;
  calendars: readonly CalendarView[];
}

export function PromisesDesk({ saved, calendars }: PromisesDeskProps) {
  const words = useWords();
  const mayManage = may(useMe().agent, 'sla.manage').ok;
  const draft = useDraft({ list: saved.policies, revision: saved.version });
  const [edited, setEdited] = useState<SlaPolicy | null>(null);
  const [saving, setSaving] = useState(false);
  const remove = useRemove(draft);
  const acts = { onChange: draft.change, onEdit: setEdited, onRemove: remove };
  const covered = draft.list.some(({ when }) => isAlways(when));
  return (
    <>
      {mayManage && <Tools draft={draft} calendars={calendars} onAdd={setEdited} />}
      <Following recompute={saved.recompute} />
      <PolicyList policies={draft.list} calendars={calendars} acts={mayManage ? acts : null} />
      <p className={css.quiet}>{words.t(covered ? 'promise.order' : 'promise.uncovered')}</p>
      {draft.changed && (
        <UnsavedBar
          text={words.t('rules.unsaved')}
          discard={{ label: words.t('rules.discard'), run: draft.discard }}
          save={{ label: words.t('shell.save'), run: () => setSaving(true) }}
        />
      )}
      {edited && <Edited policy={edited} calendars={calendars} draft={draft} onClose={() => setEdited(null)} />}
      {saving && <SavePromises draft={draft} onClose={() => setSaving(false)} />}
    </>
  );
}

function useRemove(draft: Draft<SlaPolicy>): (policy: SlaPolicy) => void {
  const words = useWords();
  return ({ id, name }) => {
    const before = draft.list;
    draft.change(before.filter((one) => one.id !== id));
    const run = () => {
      draft.change(before);
    };
    toast({ text: words.t('sla.removed', { name }), act: { label: words.t('shell.undo'), run } });
  };
}

interface ToolsProps {
  draft: Draft<SlaPolicy>;
  calendars: readonly CalendarView[];
  onAdd: (policy: SlaPolicy) => void;
}

/** What can be done with the list; and what it would change, once it is tried. */
function Tools({ draft, calendars, onAdd }: ToolsProps) {
  const words = useWords();
  const [tried, setTried] = useState<readonly SlaPolicy[] | null>(null);
  const isShown = tried === draft.list;
  const { data: trial, error, refetch } = useQuery({ ...trialQuery(draft.list), enabled: isShown });
  return (
    <>
      <div className={css.tools}>
        <Button
          leftSection={<Icon name="plus" />}
          onClick={() => {
            onAdd(newPolicy(calendars[0]?.id ?? null));
          }}
        >
          {words.t('promise.add')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setTried(draft.list);
            if (isShown) void refetch();
          }}
        >
          {words.t('promise.try')}
        </Button>
        <Link to="/admin/calendars">{words.t('promise.to-calendars')}</Link>
      </div>
      {isShown && <SlaRefusal error={error} />}
      {isShown && trial && <PromiseTrial trial={trial} />}
    </>
  );
}

/** How far the open tickets follow what was saved last. */
function Following({ recompute }: { recompute: PoliciesView['recompute'] }) {
  const words = useWords();
  if (!recompute) return null;
  return (
    <p className={css.quiet} role="status">
      {words.t('promise.following', { done: recompute.done, total: recompute.total })}
    </p>
  );
}

interface EditedProps {
  policy: SlaPolicy;
  calendars: readonly CalendarView[];
  draft: Draft<SlaPolicy>;
  onClose: () => void;
}

/** A new one goes first: below one that is for every ticket it would never be asked. */
function Edited({ policy, calendars, draft: { list, change }, onClose }: EditedProps) {
  const keep = (kept: SlaPolicy) => {
    const at = list.findIndex(({ id }) => id === kept.id);
    change(at === -1 ? [kept, ...list] : list.with(at, kept));
  };
  return <PolicyEditor policy={policy} calendars={calendars} onKeep={keep} onClose={onClose} />;
}
