import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './dialog-frame.module.css';
import { useFocusBack } from './use-focus-back.js';

interface DialogFrameProps {
  onClose: () => void;
  title: string;
  closeLabel: string;
  size?: 'sm' | 'md' | 'lg';
  children: ReactNode;
}

/**
 * Focus is kept inside and goes back where it came from. Put together by hand: Mantine's own head is a `header`,
 * which reads as a second banner of the page, and its way out comes first, where the focus should find the question.
 */
export function DialogFrame({ onClose, title, closeLabel, size = 'md', children }: DialogFrameProps) {
  useFocusBack();
  return (
    <Modal.Root opened onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Title className={css.title ?? ''}>{title}</Modal.Title>
        <Modal.Body>{children}</Modal.Body>
        <Modal.CloseButton className={css.close ?? ''} aria-label={closeLabel} />
      </Modal.Content>
    </Modal.Root>
  );
}
