import { useEffect, useRef, useState } from 'react';
import { isTyping } from './use-keys.js';

const waitMs = 1000;

/**
 * Two keys struck one after the other, as in `g i`. True while the second one is awaited, for a hint on the
 * screen. Listens before all others, so that the second key does not act on its own as well.
 */
export function useSequence(first: string, seconds: Readonly<Record<string, () => void>>): boolean {
  const [armed, setArmed] = useState(false);
  const latest = useRef(seconds);
  useEffect(() => {
    latest.current = seconds;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const disarm = () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      setArmed(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (timer !== null) {
        const run = latest.current[event.key.toLowerCase()];
        disarm();
        if (!run) return;
        event.preventDefault();
        run();
      } else if (event.key === first) {
        event.preventDefault();
        timer = setTimeout(disarm, waitMs);
        setArmed(true);
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      disarm();
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [first]);
  return armed;
}
