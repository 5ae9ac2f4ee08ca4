import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { announce } from './announcer.js';
import { Icon } from './icon.js';
import { IconButton } from './icon-button.js';
import css from './toasts.module.css';

export interface Toast {
  text: string;
  /** `soon` presses, and is still said politely. */
  tone?: 'plain' | 'late' | 'ok' | 'soon';
  act?: { label: string; run: () => void };
}
interface Shown extends Toast {
  id: number;
}

const seconds = 10;
let shown: readonly Shown[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number): void {
  set(shown.filter((one) => one.id !== id));
}

/** Shown for ten seconds, or as long as the pointer or the focus is on it; said aloud once. */
export function toast(one: Toast): void {
  const id = nextId++;
  set([...shown.slice(-2), { ...one, id }]);
  announce(one.text, one.tone === 'late' ? 'assertive' : 'polite');
  hold(id);
}

function hold(id: number): void {
  setTimeout(() => {
    const node = document.getElementById(`toast-${String(id)}`);
    if (node?.matches(':hover, :focus-within')) hold(id);
    else dismiss(id);
  }, seconds * 1000);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function Toasts({ closeLabel, label }: { closeLabel: string; label: string }) {
  const list = useSyncExternalStore(subscribe, () => shown);
  return (
    <section className={css.stack} aria-label={label}>
      {list.map((one) => (
        <ToastCard key={one.id} one={one} closeLabel={closeLabel} />
      ))}
    </section>
  );
}

function ToastCard({ one, closeLabel }: { one: Shown; closeLabel: string }) {
  const { act, tone = 'plain' } = one;
  return (
    <div id={`toast-${String(one.id)}`} className={css.toast} data-tone={tone}>
      <Icon name={tone === 'late' ? 'late' : tone === 'soon' ? 'clock' : 'tick'} size={16} />
      <p>{one.text}</p>
      {act && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            act.run();
            dismiss(one.id);
          }}
        >
          {act.label}
        </Button>
      )}
      <IconButton
        icon="close"
        label={closeLabel}
        onClick={() => {
          dismiss(one.id);
        }}
      />
    </div>
  );
}
