import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { RoutingRule } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { IconButton } from '../../ui/icon-button.js';
import { ConditionField } from './condition-field.js';
import { conditionNames, isAsked, without, type ConditionName } from './conditions.js';
import css from './rules.module.css';

interface ConditionFieldsProps {
  when: RoutingRule['when'];
  onChange: (when: RoutingRule['when']) => void;
}

/** The conditions that are asked; others are added by name. */
export function ConditionFields({ when, onChange }: ConditionFieldsProps) {
  const words = useWords();
  const [shown, setShown] = useState<readonly ConditionName[]>(() =>
    conditionNames.filter((name) => isAsked(name, when)),
  );
  const remove = (name: ConditionName) => {
    setShown(shown.filter((one) => one !== name));
    onChange(without(name, when));
  };
  return (
    <div className={css.parts}>
      {shown.length === 0 && <p className={css.quiet}>{words.t('rule.always')}</p>}
      {shown.map((name) => (
        <fieldset key={name} className={css.condition}>
          <legend className={css.legend}>{words.t(`cond.${name}`)}</legend>
          <ConditionField name={name} when={when} onChange={onChange} />
          <IconButton
            icon="close"
            label={words.t('rule.remove-condition', { name: words.t(`cond.${name}`) })}
            onClick={() => {
              remove(name);
            }}
          />
        </fieldset>
      ))}
      <AddCondition
        left={conditionNames.filter((name) => !shown.includes(name))}
        onAdd={(name) => {
          setShown([...shown, name]);
        }}
      />
    </div>
  );
}

function AddCondition({ left, onAdd }: { left: readonly ConditionName[]; onAdd: (name: ConditionName) => void }) {
  const words = useWords();
  const options = left.map((name) => ({ value: name, label: words.t(`cond.${name}`) }));
  return (
    <NativeSelect
      label={words.t('rule.add-condition')}
      value=""
      data={[{ value: '', label: words.t('rule.choose') }, ...options]}
      onChange={(event) => {
        const name = left.find((one) => one === event.currentTarget.value);
        if (name) onAdd(name);
      }}
    />
  );
}
