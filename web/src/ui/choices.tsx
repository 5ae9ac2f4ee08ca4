import { useId } from 'react';
import css from './choices.module.css';
import { Icon } from './icon.js';
import type { IconName } from './icon-paths.js';

interface ChoicesProps<Id extends string> {
  label: string;
  options: readonly { id: Id; label: string; icon?: IconName }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}

/** A few values side by side, of which one holds: radio buttons that look like one bar. */
export function Choices<Id extends string>({ label, options, chosen, onChoose }: ChoicesProps<Id>) {
  const name = useId();
  return (
    <fieldset className={css.choices}>
      <legend className={css.label}>{label}</legend>
      <div className={css.bar}>
        {options.map((option) => (
          <label key={option.id} className={css.option}>
            <input
              type="radio"
              className="unseen"
              name={name}
              checked={option.id === chosen}
              onChange={() => {
                onChoose(option.id);
              }}
            />
            {option.icon && <Icon name={option.icon} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
