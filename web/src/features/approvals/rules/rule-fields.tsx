import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lanes, roles, type ApprovalRule } from '../../../../../src/contract/index.js';
import { networksQuery } from '../../../api/accounts.js';
import { teamsQuery, topicsQuery } from '../../../api/routing.js';
import { agentsQuery } from '../../../api/team.js';
import { useWords } from '../../../i18n/words-provider.js';
import { IconButton } from '../../../ui/icon-button.js';
import css from './rules.module.css';

interface Props {
  rule: ApprovalRule;
  /** How many of last week's replies it would have held; null before a trial. */
  tried: number | null;
  onChange: (rule: ApprovalRule) => void;
  onUp: (() => void) | null;
  onRemove: () => void;
}

const spaces = ['public', 'private'] as const;
const numbers = [0, 1, 2] as const;

export function RuleFields(props: Props) {
  const words = useWords();
  const { rule, tried, onChange } = props;
  return (
    <>
      <Head {...props} />
      {tried !== null && <p className={css.quiet}>{words.t('approval-rules.by-rule', { count: tried })}</p>}
      <When {...props} />
      <NativeSelect
        label={words.t('approval-rules.needed')}
        value={String(rule.needed)}
        data={numbers.map((one) => ({ value: String(one), label: words.t(`approval-rules.needed-${one}`) }))}
        onChange={(event) => {
          const needed = numbers.find((one) => String(one) === event.currentTarget.value);
          if (needed !== undefined) onChange({ ...rule, needed });
        }}
      />
      {rule.needed > 0 && <By {...props} />}
    </>
  );
}

function Head({ rule, onChange, onUp, onRemove }: Props) {
  const words = useWords();
  const { name } = rule;
  return (
    <div className={css.head}>
      <TextInput
        className={css.name}
        label={words.t('approval-rules.name')}
        value={name}
        maxLength={80}
        onChange={(event) => {
          onChange({ ...rule, name: event.currentTarget.value });
        }}
      />
      <Checkbox
        label={words.t('approval-rules.on')}
        checked={rule.enabled}
        onChange={(event) => {
          onChange({ ...rule, enabled: event.currentTarget.checked });
        }}
      />
      {onUp && <IconButton icon="up" label={words.t('approval-rules.up', { name })} onClick={onUp} />}
      <IconButton icon="bin" label={words.t('approval-rules.remove', { name })} onClick={onRemove} />
    </div>
  );
}

const flags = [
  { flag: 'inTraining', label: 'approval-rules.training' },
  { flag: 'vip', label: 'approval-rules.vip' },
  { flag: 'crisis', label: 'approval-rules.crisis' },
] as const;

function When({ rule, onChange }: Props) {
  const words = useWords();
  const { when } = rule;
  const set = (change: Partial<ApprovalRule['when']>) => {
    onChange({ ...rule, when: { ...when, ...change } });
  };
  return (
    <fieldset className={css.fields}>
      <legend>{words.t('approval-rules.when')}</legend>
      {flags.map(({ flag, label }) => (
        <Checkbox
          key={flag}
          label={words.t(label)}
          checked={when[flag] === true}
          onChange={(event) => {
            set({ [flag]: event.currentTarget.checked ? true : null });
          }}
        />
      ))}
      <Lists when={when} onChange={set} />
    </fieldset>
  );
}

interface ListsProps {
  when: ApprovalRule['when'];
  onChange: (change: Partial<ApprovalRule['when']>) => void;
}

function Lists({ when, onChange }: ListsProps) {
  const words = useWords();
  const { data: topics } = useQuery(topicsQuery);
  const { data: networks = [] } = useQuery(networksQuery);
  const named = <Id extends string>(ids: readonly Id[], nameOf: (id: Id) => string) =>
    ids.map((id) => ({ id, name: nameOf(id) }));
  const matters = (topics?.topics ?? []).map(({ id, name }) => ({ id, name: name[words.locale] }));
  const all = [
    { field: 'roles', of: named(roles, (id) => words.t(`role.${id}`)) },
    { field: 'lanes', of: named(lanes, (id) => words.t(`lane.${id}`)) },
    { field: 'spaces', of: named(spaces, (id) => words.t(`space.${id}`)) },
    { field: 'topics', of: matters },
    { field: 'networks', of: networks },
  ] as const;
  return all.map(({ field, of }) => (
    <Several
      key={field}
      label={words.t(`approval-rules.${field}`)}
      any={words.t('approval-rules.any')}
      chosen={when[field]}
      of={of}
      onChange={(ids) => {
        onChange({ [field]: ids });
      }}
    />
  ));
}

function By({ rule, onChange }: Props) {
  const words = useWords();
  const { data: teams } = useQuery(teamsQuery);
  const { data: people = [] } = useQuery(agentsQuery);
  const { approvers } = rule;
  const set = (change: Partial<ApprovalRule['approvers']>) => {
    onChange({ ...rule, approvers: { ...approvers, ...change } });
  };
  return (
    <div className={css.fields}>
      <Several
        label={words.t('approval-rules.by-roles')}
        chosen={approvers.roles}
        of={roles.map((id) => ({ id, name: words.t(`role.${id}`) }))}
        onChange={(ids) => {
          set({ roles: roles.filter((one) => ids.includes(one)) });
        }}
      />
      <Several
        label={words.t('approval-rules.by-teams')}
        chosen={approvers.teamIds}
        of={teams?.teams ?? []}
        onChange={(teamIds) => {
          set({ teamIds });
        }}
      />
      <Several
        label={words.t('approval-rules.by-people')}
        chosen={approvers.agentIds}
        of={people.filter(({ disabled }) => !disabled)}
        onChange={(agentIds) => {
          set({ agentIds });
        }}
      />
    </div>
  );
}

interface SeveralProps {
  label: string;
  /** Said where choosing nothing means all of them. */
  any?: string;
  chosen: readonly string[];
  of: readonly { readonly id: string; readonly name: string }[];
  onChange: (ids: string[]) => void;
}

function Several({ label, any, chosen, of, onChange }: SeveralProps) {
  if (of.length === 0) return null;
  return (
    <Checkbox.Group
      label={any !== undefined && chosen.length === 0 ? `${label} (${any})` : label}
      value={[...chosen]}
      onChange={onChange}
    >
      <div className={css.several}>
        {of.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
