import { useSyncExternalStore } from 'react';

type Urgency = 'polite' | 'assertive';
interface Said {
  text: string;
  turn: number;
}

const silence: Said = { text: '', turn: 0 };
let said: Readonly<Record<Urgency, Said>> = { polite: silence, assertive: silence };
const listeners = new Set<() => void>();

/** Tells assistive technology, once. Saying the same again is heard again. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  said = { ...said, [urgency]: { text, turn: said[urgency].turn + 1 } };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The one place that speaks: mounted once, never unmounted, or the first words would be lost. */
export function Announcer() {
  const now = useSyncExternalStore(subscribe, () => said);
  return (
    <>
      <div className="unseen" aria-live="polite" role="status">
        <span key={now.polite.turn}>{now.polite.text}</span>
      </div>
      <div className="unseen" aria-live="assertive" role="alert">
        <span key={now.assertive.turn}>{now.assertive.text}</span>
      </div>
    </>
  );
}
