import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  may,
  type ApprovalRule,
  type ApprovalRulesView,
  type ApprovalTrialView,
} from '../../../../../src/contract/index.js';
import { approvalRulesQuery, approvals } from '../../../api/approvals.js';
import { RefusalNote } from '../../../api/refusal-note.js';
import { useMe } from '../../../api/use-me.js';
import { uuid } from '../../../api/uuid.js';
import { useWords } from '../../../i18n/words-provider.js';
import { BusyButton } from '../../../ui/busy-button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Note } from '../../../ui/note.js';
import { toast } from '../../../ui/toasts.js';
import { RuleFields } from './rule-fields.js';
import css from './rules.module.css';

/** The list in its order, tried on last week's replies before it counts. */
export function RulesDesk({ saved }: { saved: ApprovalRulesView }) {
  const words = useWords();
  const mayManage = may(useMe().agent, 'approvals.manage').ok;
  const [rules, setRules] = useState<readonly ApprovalRule[]>(saved.rules);
  const trial = useMutation({ mutationFn: approvals.tryRules });
  const save = useSave(saved.revision);
  const change = (next: readonly ApprovalRule[]) => {
    trial.reset();
    setRules(next);
  };
  return (
    <fieldset className={css.desk} disabled={!mayManage}>
      {rules.length === 0 && (
        <EmptyState icon="eye" title={words.t('approval-rules.none')} text={words.t('approval-rules.none-text')} />
      )}
      <RuleList rules={rules} trial={trial.data ?? null} onChange={change} />
      {trial.data && (
        <Note tone="plain">
          <p>{words.t('approval-rules.tried', { needed: trial.data.needed, replies: trial.data.replies })}</p>
        </Note>
      )}
      <RefusalNote error={save.error ?? trial.error} />
      <Tools
        busy={{ trying: trial.isPending, saving: save.isPending }}
        onAdd={() => {
          change([...rules, newRule(words.t('approval-rules.new'))]);
        }}
        onTry={() => {
          trial.mutate(rules);
        }}
        onSave={() => {
          save.mutate(rules);
        }}
      />
    </fieldset>
  );
}

interface RuleListProps {
  rules: readonly ApprovalRule[];
  trial: ApprovalTrialView | null;
  onChange: (rules: readonly ApprovalRule[]) => void;
}

function RuleList({ rules, trial, onChange }: RuleListProps) {
  return (
    <ol className={css.rules}>
      {rules.map((rule, at) => (
        <li key={rule.id} className={css.rule} data-off={!rule.enabled}>
          <RuleFields
            rule={rule}
            tried={trial?.byRule.find(({ ruleId }) => ruleId === rule.id)?.replies ?? null}
            onChange={(next) => {
              onChange(rules.with(at, next));
            }}
            onUp={
              at === 0
                ? null
                : () => {
                    onChange(rules.toSpliced(at, 1).toSpliced(at - 1, 0, rule));
                  }
            }
            onRemove={() => {
              onChange(rules.toSpliced(at, 1));
            }}
          />
        </li>
      ))}
    </ol>
  );
}

interface ToolsProps {
  busy: { trying: boolean; saving: boolean };
  onAdd: () => void;
  onTry: () => void;
  onSave: () => void;
}

function Tools({ busy, onAdd, onTry, onSave }: ToolsProps) {
  const words = useWords();
  return (
    <div className={css.acts}>
      <Button variant="default" onClick={onAdd}>
        {words.t('approval-rules.add')}
      </Button>
      <BusyButton variant="default" busy={busy.trying} onClick={onTry}>
        {words.t('approval-rules.try')}
      </BusyButton>
      <BusyButton busy={busy.saving} onClick={onSave}>
        {words.t('shell.save')}
      </BusyButton>
    </div>
  );
}

function useSave(revision: number) {
  const words = useWords();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (rules: readonly ApprovalRule[]) => approvals.saveRules(revision, rules),
    onSuccess: (view) => {
      cache.setQueryData(approvalRulesQuery.queryKey, view);
      toast({ text: words.t('approval-rules.saved'), tone: 'ok' });
    },
  });
}

function newRule(name: string): ApprovalRule {
  return {
    ...{ id: uuid(), name, enabled: true, needed: 1 },
    when: {
      ...{ roles: [], inTraining: true, topics: [], lanes: [], networks: [], spaces: [], crisis: null, vip: null },
    },
    approvers: { roles: ['team_lead'], teamIds: [], agentIds: [] },
  };
}
