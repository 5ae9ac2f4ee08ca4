import { Checkbox } from '@mantine/core';
import type { RoutingRule } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { MoveButtons } from '../../ui/move-buttons.js';
import { conditionTexts, effectTexts } from './rule-words.js';
import css from './rules.module.css';
import { useNames } from '../../api/use-names.js';
import type { Trial } from './use-trial.js';

interface Acts {
  onChange: (rules: readonly RoutingRule[]) => void;
  onEdit: (rule: RoutingRule) => void;
}
export interface RuleListProps {
  rules: readonly RoutingRule[];
  /** Of exactly these rules; null when they have not been tried. */
  trial: Trial | null;
  /** Null for those who may only look. */
  acts: Acts | null;
}

export function RuleList({ rules, trial, acts }: RuleListProps) {
  const words = useWords();
  return (
    <ol className={css.rules} aria-label={words.t('rules.title')}>
      {rules.map((rule, at) => (
        <li key={rule.id} className={css.rule} data-off={!rule.enabled}>
          <span className={css.place} aria-hidden="true">
            {at + 1}
          </span>
          <div className={css.told}>
            <h2 className={css.name}>{rule.name}</h2>
            <RuleSentence rule={rule} />
            {trial && <Tried rule={rule} rules={rules} trial={trial} />}
          </div>
          {acts && <RuleActs rules={rules} at={at} acts={acts} />}
        </li>
      ))}
    </ol>
  );
}

function RuleSentence({ rule }: { rule: RoutingRule }) {
  const words = useWords();
  const names = useNames();
  const asked = conditionTexts(words, rule, names);
  const effects = effectTexts(words, rule, names);
  return (
    <dl className={css.sentence}>
      <dt>{words.t('rule.if')}</dt>
      <dd>
        <ul className={css.plain}>
          {(asked.length === 0 ? [words.t('rule.always')] : asked).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </dd>
      <dt>{words.t('rule.then')}</dt>
      <dd className={css.effects}>
        {effects.map((text) => (
          <span key={text} className={css.effect}>
            {text}
          </span>
        ))}
      </dd>
    </dl>
  );
}

/** What the trial found out of this rule: how often it held, and that it never can. */
function Tried({ rule, rules, trial }: { rule: RoutingRule; rules: readonly RoutingRule[]; trial: Trial }) {
  const words = useWords();
  const byId = trial.shadowed.find(({ ruleId }) => ruleId === rule.id)?.byId;
  const by = rules.find(({ id }) => id === byId);
  const { held, decided } = trial.counts.get(rule.id) ?? { held: 0, decided: 0 };
  if (by) {
    return (
      <p className={css.warning}>
        <Icon name="late" size={14} />
        {words.t('rules.shadowed', { name: by.name })}
      </p>
    );
  }
  return <p className={css.quiet}>{words.t('rules.held', { held, decided })}</p>;
}

function RuleActs({ rules, at, acts }: { rules: readonly RoutingRule[]; at: number; acts: Acts }) {
  const words = useWords();
  const rule = rules[at];
  if (!rule) return null;
  const { id, name, enabled } = rule;
  return (
    <div className={css.acts}>
      <Checkbox
        checked={enabled}
        label={words.t('rules.on')}
        aria-label={words.t('rules.on-who', { name })}
        onChange={(event) => {
          acts.onChange(rules.with(at, { ...rule, enabled: event.currentTarget.checked }));
        }}
      />
      <MovedRule rules={rules} at={at} onChange={acts.onChange} />
      <IconButton
        icon="pencil"
        label={words.t('rules.edit', { name })}
        onClick={() => {
          acts.onEdit(rule);
        }}
      />
      <IconButton
        icon="bin"
        label={words.t('rules.remove', { name })}
        onClick={() => {
          acts.onChange(rules.filter((one) => one.id !== id));
        }}
      />
    </div>
  );
}

function MovedRule({ rules, at, onChange }: { rules: readonly RoutingRule[]; at: number; onChange: Acts['onChange'] }) {
  const words = useWords();
  const name = rules[at]?.name ?? '';
  const labels = {
    up: words.t('rules.up', { name }),
    down: words.t('rules.down', { name }),
    first: words.t('rules.first'),
    last: words.t('rules.last'),
    moved: (place: number) => words.t('rules.moved', { name, place, count: rules.length }),
  };
  return <MoveButtons list={rules} at={at} labels={labels} onChange={onChange} />;
}
