import { useEffect, useRef } from 'react';

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="menu"] *');
}

/** Is the key meant for a field, a dialog, a menu or the browser, rather than for the screen? */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  return inField(event.target) || document.querySelector('[aria-modal="true"], [role="menu"]') !== null;
}

/** `Shift+a` for a shifted letter; a character as typed for all else, so that AZERTY and QWERTY agree. */
function nameOf(event: KeyboardEvent): string {
  const letter = event.key.length === 1 && event.key.toLowerCase() !== event.key.toUpperCase();
  return event.shiftKey && letter ? `Shift+${event.key.toLowerCase()}` : event.key;
}

/** Single keys that act when nothing is being written and no dialog is open. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let isOurs = false;
    // Asked before anybody acts on the key: a dialog that Escape closes is gone by the time that it comes to us.
    const before = (event: KeyboardEvent) => {
      isOurs = !isTyping(event);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isOurs) return;
      const run = latest.current[nameOf(event)];
      if (!run) return;
      event.preventDefault();
      run(event);
    };
    window.addEventListener('keydown', before, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', before, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
