import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useNames } from '../../api/use-names.js';
import { useWords } from '../../i18n/words-provider.js';
import { Choices } from '../../ui/choices.js';
import { IconButton } from '../../ui/icon-button.js';
import {
  chosenOf,
  conditionNames,
  isAsked,
  optionsOf,
  withChosen,
  without,
  type ConditionName,
  type ListName,
  type When,
} from './policy-conditions.js';
import css from './promises.module.css';
import own from './policies.module.css';

interface PartProps {
  when: When;
  onChange: (when: When) => void;
}

/** For which tickets a policy is: the conditions that are asked, and others by name. */
export function ConditionFields({ when, onChange }: PartProps) {
  const words = useWords();
  const [shown, setShown] = useState<readonly ConditionName[]>(() =>
    conditionNames.filter((name) => isAsked(name, when)),
  );
  const left = conditionNames.filter((name) => !shown.includes(name));
  return (
    <div className={css.parts}>
      {shown.length === 0 && <p className={css.quiet}>{words.t('promise.for-all')}</p>}
      {shown.map((name) => (
        <fieldset key={name} className={own.condition}>
          <legend className={own.legend}>{words.t(`cond.${name}`)}</legend>
          {name === 'vip' ? (
            <VipField when={when} onChange={onChange} />
          ) : (
            <ListField name={name} when={when} onChange={onChange} />
          )}
          <IconButton
            icon="close"
            label={words.t('rule.remove-condition', { name: words.t(`cond.${name}`) })}
            onClick={() => {
              setShown(shown.filter((one) => one !== name));
              onChange(without(name, when));
            }}
          />
        </fieldset>
      ))}
      {left.length > 0 && (
        <AddCondition
          left={left}
          onAdd={(name) => {
            setShown([...shown, name]);
          }}
        />
      )}
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

function ListField({ name, when, onChange }: PartProps & { name: ListName }) {
  const words = useWords();
  const options = optionsOf(name, words, useNames());
  if (options.length === 0) return <p className={css.quiet}>{words.t('promise.no-options')}</p>;
  return (
    <Checkbox.Group
      aria-label={words.t(`cond.${name}`)}
      value={chosenOf(name, when)}
      onChange={(values) => {
        onChange(withChosen(name, when, values));
      }}
    >
      <div className={own.options}>
        {options.map(({ id, name: label }) => (
          <Checkbox key={id} value={id} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

const answers = ['yes', 'no'] as const;

function VipField({ when, onChange }: PartProps) {
  const words = useWords();
  return (
    <Choices
      label={words.t('cond.vip')}
      options={answers.map((id) => ({ id, label: words.t(`rule.${id}`) }))}
      chosen={when.vip === null ? '' : when.vip ? 'yes' : 'no'}
      onChoose={(id) => {
        onChange({ ...when, vip: id === 'yes' });
      }}
    />
  );
}
