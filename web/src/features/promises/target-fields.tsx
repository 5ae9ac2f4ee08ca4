import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { targetNames, type SlaPolicy, type TargetName } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { IconButton } from '../../ui/icon-button.js';
import { usualMinutes } from './new-policy.js';
import own from './policies.module.css';
import css from './promises.module.css';
import { readSpan, spanPattern, spanText } from './span-text.js';

type Targets = SlaPolicy['targets'];

interface TargetFieldsProps {
  targets: Targets;
  onChange: (targets: Targets) => void;
}

/** What is promised, for each priority; what is not listed is not promised. */
export function TargetFields({ targets, onChange }: TargetFieldsProps) {
  const words = useWords();
  const promised = targetNames.filter((name) => targets[name]);
  const left = targetNames.filter((name) => !targets[name]);
  return (
    <div className={css.parts}>
      {promised.map((name) => (
        <Target key={name} name={name} targets={targets} onChange={onChange} />
      ))}
      {left.length > 0 && (
        <NativeSelect
          label={words.t('promise.add-target')}
          value=""
          data={[
            { value: '', label: words.t('rule.choose') },
            ...left.map((name) => ({ value: name, label: words.t(`target.${name}`) })),
          ]}
          onChange={(event) => {
            const name = left.find((one) => one === event.currentTarget.value);
            if (name) onChange({ ...targets, [name]: usualMinutes[name] });
          }}
        />
      )}
    </div>
  );
}

function Target({ name, targets, onChange }: TargetFieldsProps & { name: TargetName }) {
  const words = useWords();
  const label = words.t(`target.${name}`);
  const minutes = targets[name] ?? [];
  return (
    <fieldset className={own.condition}>
      <legend className={own.legend}>{label}</legend>
      <div className={own.minutes}>
        {minutes.map((value, at) => (
          <SpanInput
            key={at}
            label={words.t('facts.priority', { priority: at + 1 })}
            minutes={value}
            onChange={(next) => {
              onChange({ ...targets, [name]: minutes.with(at, next) });
            }}
          />
        ))}
      </div>
      <IconButton
        icon="close"
        label={words.t('rules.remove', { name: label })}
        onClick={() => {
          onChange({ ...targets, [name]: null });
        }}
      />
    </fieldset>
  );
}

interface SpanInputProps {
  label: string;
  minutes: number;
  onChange: (minutes: number) => void;
}

function SpanInput({ label, minutes, onChange }: SpanInputProps) {
  const words = useWords();
  const [typed, setTyped] = useState(spanText(minutes));
  const wrong = readSpan(typed) === null;
  return (
    <TextInput
      label={label}
      required
      withAsterisk={false}
      pattern={spanPattern}
      title={words.t('promise.span-help')}
      error={wrong ? words.t('promise.span-help') : undefined}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const next = readSpan(value);
        if (next !== null) onChange(next);
      }}
    />
  );
}
