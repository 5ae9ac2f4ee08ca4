import { Checkbox, TextInput } from '@mantine/core';
import type { RoutingRule } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Choices } from '../../ui/choices.js';
import {
  conditionOf,
  type AnswerCondition,
  type ConditionName,
  type ListCondition,
  type NumberCondition,
} from './conditions.js';
import { ListInput } from './list-input.js';
import { PatternFields } from './pattern-fields.js';
import css from './rules.module.css';
import { useNames } from '../../api/use-names.js';

interface Part {
  when: RoutingRule['when'];
  onChange: (when: RoutingRule['when']) => void;
}

/** What one condition is asked with. */
export function ConditionField({ name, ...part }: Part & { name: ConditionName }) {
  const condition = conditionOf(name);
  switch (condition.is) {
    case 'pattern':
      return (
        <PatternFields
          pattern={part.when[condition.name]}
          onChange={(pattern) => {
            part.onChange({ ...part.when, [condition.name]: pattern });
          }}
        />
      );
    case 'list':
      return <ListField name={name} condition={condition} {...part} />;
    case 'answer':
      return <AnswerField name={name} condition={condition} {...part} />;
    case 'number':
      return <NumberField condition={condition} {...part} />;
  }
}

function ListField({ name, condition, when, onChange }: Part & { name: ConditionName; condition: ListCondition }) {
  const words = useWords();
  const names = useNames();
  const options = condition.options?.(words, names) ?? null;
  const chosen = condition.get(when);
  if (options === null) {
    return (
      <ListInput
        label={words.t('rule.one-of')}
        list={chosen}
        onChange={(values) => {
          onChange(condition.set(when, values));
        }}
      />
    );
  }
  return (
    <Checkbox.Group
      aria-label={words.t(`cond.${name}`)}
      value={[...chosen]}
      onChange={(values) => {
        onChange(condition.set(when, values));
      }}
    >
      <div className={css.options}>
        {options.map(({ id, name: label }) => (
          <Checkbox key={id} value={id} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

const answers = ['yes', 'no'] as const;

function AnswerField({ name, condition, when, onChange }: Part & { name: ConditionName; condition: AnswerCondition }) {
  const words = useWords();
  const holds = condition.get(when);
  return (
    <Choices
      label={words.t(`cond.${name}`)}
      options={answers.map((id) => ({ id, label: words.t(`rule.${id}`) }))}
      chosen={holds === null ? '' : holds ? 'yes' : 'no'}
      onChoose={(id) => {
        onChange(condition.set(when, id === 'yes'));
      }}
    />
  );
}

function NumberField({ condition: { from, to, most, unit }, when, onChange }: Part & { condition: NumberCondition }) {
  const words = useWords();
  const sides = [
    ...(from ? [{ side: from, label: words.t('rule.from') }] : []),
    ...(to ? [{ side: to, label: words.t('rule.to') }] : []),
  ];
  return (
    <div className={css.pair}>
      {sides.map(({ side, label }) => {
        const value = side.get(when);
        return (
          <TextInput
            key={label}
            type="number"
            label={label}
            min={0}
            max={most}
            value={value === null ? '' : Math.round(value / unit)}
            onChange={({ currentTarget: { value: typed } }) => {
              onChange(side.set(when, typed === '' ? null : Number(typed) * unit));
            }}
          />
        );
      })}
    </div>
  );
}
