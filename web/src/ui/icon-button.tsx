import { Tooltip, UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import css from './icon-button.module.css';
import { Icon } from './icon.js';
import type { IconName } from './icon-paths.js';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  icon: IconName;
  /** Its accessible name, and its tooltip. */
  label: string;
  keys?: string;
  pressed?: boolean;
  /** Why it cannot be used now: it stays focusable so that the reason can be read. */
  refused?: string | undefined;
}

export function IconButton({ icon, label, keys, pressed, refused, onClick, ...rest }: IconButtonProps) {
  const told = refused ? `${label}\n${refused}` : keys ? `${label} · ${keys}` : label;
  return (
    <Tooltip label={told}>
      <UnstyledButton
        {...rest}
        type="button"
        className={css.button}
        aria-label={refused ? `${label}. ${refused}` : label}
        aria-pressed={pressed}
        aria-disabled={refused ? true : undefined}
        onClick={refused ? undefined : onClick}
      >
        <Icon name={icon} size={18} />
      </UnstyledButton>
    </Tooltip>
  );
}
