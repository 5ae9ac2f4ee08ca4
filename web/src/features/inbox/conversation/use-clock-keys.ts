import { useKeys } from '../../../ui/use-keys.js';

/** Shows and hides the clocks; while they are shown, Escape closes them before it does anything else. */
export function useClockKeys(shown: boolean, set: (shown: boolean) => void): void {
  useKeys({
    t: () => {
      set(!shown);
    },
    ...(shown && {
      Escape: () => {
        set(false);
      },
    }),
  });
}
