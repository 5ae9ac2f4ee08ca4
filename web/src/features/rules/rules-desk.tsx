import { Button } from '@mantine/core';
import { useState } from 'react';
import { may, type RoutingRule, type RoutingRulesView } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { newRule } from './new-rule.js';
import { RuleEditor } from './rule-editor.js';
import { RuleList, type RuleListProps } from './rule-list.js';
import css from './rules.module.css';
import { SaveBar } from './save-bar.js';
import { SaveRules } from './save-rules.js';
import { TrialView } from './trial-view.js';
import { useDraft, type Draft } from '../../ui/use-draft.js';
import { useTrial } from './use-trial.js';

export function RulesDesk({ saved }: { saved: RoutingRulesView }) {
  const mayManage = may(useMe().agent, 'routing.manage').ok;
  const draft = useDraft({ list: saved.rules, revision: saved.revision });
  const trial = useTrial();
  const [edited, setEdited] = useState<RoutingRule | null>(null);
  const [saving, setSaving] = useState(false);
  const stopEditing = () => setEdited(null);
  const stopSaving = () => setSaving(false);
  const acts = { onChange: draft.change, onEdit: setEdited };
  const tried = trial.trial?.rules === draft.list ? trial.trial : null;
  return (
    <>
      <Tools saved={saved} onAdd={mayManage ? setEdited : null} onTry={() => void trial.run(draft.list)} />
      <Listed rules={draft.list} trial={tried} acts={mayManage ? acts : null} />
      {!saving && <TrialPart trial={trial} />}
      {draft.changed && (
        <SaveBar
          onDiscard={draft.discard}
          onSave={() => {
            setSaving(true);
          }}
        />
      )}
      {edited && <Edited rule={edited} draft={draft} onClose={stopEditing} />}
      {saving && <SaveRules draft={draft} trial={trial} onClose={stopSaving} />}
    </>
  );
}

function Listed(props: RuleListProps) {
  const words = useWords();
  const isEmpty = props.rules.length === 0;
  return (
    <>
      {isEmpty && <EmptyState icon="filter" title={words.t('rules.none')} text={words.t('rules.none-text')} />}
      {!isEmpty && <RuleList {...props} />}
      {!isEmpty && <p className={css.quiet}>{words.t('rules.then-topic')}</p>}
    </>
  );
}

interface ToolsProps {
  saved: RoutingRulesView;
  /** Null for those who may only look. */
  onAdd: ((rule: RoutingRule) => void) | null;
  onTry: () => void;
}

function Tools({ saved, onAdd, onTry }: ToolsProps) {
  const words = useWords();
  return (
    <div className={css.tools}>
      {onAdd && (
        <>
          <Button
            leftSection={<Icon name="plus" />}
            onClick={() => {
              onAdd(newRule());
            }}
          >
            {words.t('rules.add')}
          </Button>
          <Button variant="default" onClick={onTry}>
            {words.t('rules.try')}
          </Button>
        </>
      )}
      <SavedBy saved={saved} />
    </div>
  );
}

function TrialPart({ trial: { trial, error, running, stop } }: { trial: ReturnType<typeof useTrial> }) {
  return (
    <>
      <RefusalNote error={error} />
      {trial && <TrialView trial={trial} running={running} onStop={stop} />}
    </>
  );
}

interface EditedProps {
  rule: RoutingRule;
  draft: Draft<RoutingRule>;
  onClose: () => void;
}

function Edited({ rule, draft: { list, change }, onClose }: EditedProps) {
  const keep = (kept: RoutingRule) => {
    const at = list.findIndex(({ id }) => id === kept.id);
    change(at === -1 ? [...list, kept] : list.with(at, kept));
  };
  return <RuleEditor rule={rule} onKeep={keep} onClose={onClose} />;
}

function SavedBy({ saved: { savedBy, savedAt } }: { saved: RoutingRulesView }) {
  const words = useWords();
  if (!savedBy || savedAt === null) return null;
  return <p className={css.quiet}>{words.t('rules.saved-by', { who: savedBy.name, at: words.moment(savedAt) })}</p>;
}
