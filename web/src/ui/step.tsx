import { useEffect, useRef, type ReactNode } from 'react';

/** One step of several in the same place: when it comes, the focus goes into it instead of getting lost. */
export function Step({ children }: { children: ReactNode }) {
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => {
    step.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, []);
  return <div ref={step}>{children}</div>;
}
