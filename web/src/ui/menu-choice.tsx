import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icon.js';
import css from './menu-choice.module.css';

interface MenuChoiceProps {
  chosen: boolean;
  onChoose: () => void;
  mark?: ReactNode;
  hint?: string;
  children: ReactNode;
}

/** One of several in a menu, of which one holds. */
export function MenuChoice({ chosen, onChoose, mark, hint, children }: MenuChoiceProps) {
  return (
    <Menu.RadioItem
      value=""
      checked={chosen}
      checkIcon={<Icon name="tick" size={16} />}
      closeMenuOnClick
      onChange={onChoose}
    >
      <span className={css.words}>
        {mark}
        <span>
          {children}
          {hint && <span className={css.hint}>{hint}</span>}
        </span>
      </span>
    </Menu.RadioItem>
  );
}
