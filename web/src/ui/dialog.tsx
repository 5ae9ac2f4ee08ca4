import { lazy, Suspense, type ReactNode } from 'react';

interface DialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  size?: 'sm' | 'md' | 'lg';
  children: ReactNode;
}

const DialogFrame = lazy(() => import('./dialog-frame.js').then(({ DialogFrame }) => ({ default: DialogFrame })));

/** A question in front of everything else. Its frame is fetched with the first one that opens. */
export function Dialog({ opened, ...rest }: DialogProps) {
  return <Suspense>{opened && <DialogFrame {...rest} />}</Suspense>;
}
