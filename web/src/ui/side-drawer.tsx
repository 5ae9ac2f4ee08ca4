import { lazy, Suspense, type ReactNode } from 'react';

interface SideDrawerProps {
  opened: boolean;
  side: 'left' | 'right';
  onClose: () => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
}

const Frame = lazy(() =>
  import('./side-drawer-frame.js').then(({ SideDrawerFrame }) => ({ default: SideDrawerFrame })),
);

/** A pane that comes over the screen where there is no room beside it. Its frame is fetched when it first opens. */
export function SideDrawer({ opened, ...rest }: SideDrawerProps) {
  return <Suspense>{opened && <Frame {...rest} />}</Suspense>;
}
