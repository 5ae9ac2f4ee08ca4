import { Button, Loader } from '@mantine/core';
import type { ComponentProps } from 'react';

interface BusyButtonProps extends ComponentProps<typeof Button<'button'>> {
  /** What it began is under way: it waits, and keeps the focus, which a disabled button would lose. */
  busy: boolean;
}

export function BusyButton({ busy, onClick, leftSection, ...rest }: BusyButtonProps) {
  return (
    <Button
      {...rest}
      aria-disabled={busy}
      aria-busy={busy}
      leftSection={busy ? <Loader size={14} color="currentColor" /> : leftSection}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
