import { lazy, Suspense } from 'react';
import { useSessionLost } from '../../api/session-lost.js';

const Palette = lazy(() => import('../palette/palette.js').then(({ Palette }) => ({ default: Palette })));
const KeysHelp = lazy(() => import('./keys-help.js').then(({ KeysHelp }) => ({ default: KeysHelp })));
const SignInAgain = lazy(() => import('./sign-in-again.js').then(({ SignInAgain }) => ({ default: SignInAgain })));

export type Overlay = 'palette' | 'keys' | null;

interface OverlaysProps {
  overlay: Overlay;
  onChange: (overlay: Overlay) => void;
}

/** What comes over any screen; fetched when it is first wanted. */
export function Overlays({ overlay, onChange }: OverlaysProps) {
  const lost = useSessionLost();
  const close = () => {
    onChange(null);
  };
  const openKeys = () => {
    onChange('keys');
  };
  return (
    <Suspense>
      {overlay === 'palette' && <Palette onClose={close} onKeys={openKeys} />}
      {overlay === 'keys' && <KeysHelp onClose={close} />}
      {lost && <SignInAgain />}
    </Suspense>
  );
}
