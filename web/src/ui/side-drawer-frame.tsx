import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.js';
import css from './side-drawer-frame.module.css';
import { useFocusBack } from './use-focus-back.js';

interface SideDrawerFrameProps {
  side: 'left' | 'right';
  onClose: () => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
}

const width = 340;

export function SideDrawerFrame({ side, onClose, title, closeLabel, children }: SideDrawerFrameProps) {
  useFocusBack();
  return (
    <Drawer.Root opened onClose={onClose} position={side} size={width}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <Drawer.Body className={css.body ?? ''}>
          <div className={css.head}>
            <h2>{title}</h2>
            <IconButton icon="close" label={closeLabel} onClick={onClose} data-autofocus />
          </div>
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
