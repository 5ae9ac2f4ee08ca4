import { Button } from '@mantine/core';
import { BusyButton } from './busy-button.js';
import css from './unsaved-bar.module.css';

interface UnsavedBarProps {
  text: string;
  discard: { label: string; run: () => void };
  save: { label: string; run: () => void; busy?: boolean };
}

/** Says that nothing counts yet, as long as that is so. */
export function UnsavedBar({ text, discard, save }: UnsavedBarProps) {
  return (
    <section className={css.bar} aria-label={text}>
      <p>{text}</p>
      <Button variant="default" onClick={discard.run}>
        {discard.label}
      </Button>
      <BusyButton busy={save.busy ?? false} onClick={save.run}>
        {save.label}
      </BusyButton>
    </section>
  );
}
