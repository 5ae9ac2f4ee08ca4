import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './dialog.module.css';

interface DialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  size?: 'sm' | 'md' | 'lg';
  children: ReactNode;
}

/**
 * A question in front of everything else: focus is kept inside and goes back where it came from.
 * Put together by hand: Mantine's own head is a `header`, which reads as a second banner of the page, and its way
 * out comes first, where the focus should find the question.
 */
export function Dialog({ opened, onClose, title, closeLabel, size = 'md', children }: DialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content className={css.content ?? ''}>
        <Modal.Title className={css.title ?? ''}>{title}</Modal.Title>
        <Modal.Body>{children}</Modal.Body>
        <Modal.CloseButton className={css.close ?? ''} aria-label={closeLabel} />
      </Modal.Content>
    </Modal.Root>
  );
}
