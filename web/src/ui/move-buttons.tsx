import { useEffect, useRef } from 'react';
import { announce } from './announcer.js';
import { IconButton } from './icon-button.js';

interface MoveButtonsProps<T extends { id: string }> {
  list: readonly T[];
  at: number;
  labels: {
    up: string;
    down: string;
    /** Why it cannot go further. */
    first: string;
    last: string;
    moved: (place: number) => string;
  };
  onChange: (list: readonly T[]) => void;
}

const ways = [
  { way: 'up', step: -1, end: 'first' },
  { way: 'down', step: 1, end: 'last' },
] as const;

/** One place up or down in a list whose order counts. */
export function MoveButtons<T extends { id: string }>({ list, at, labels, onChange }: MoveButtonsProps<T>) {
  const move = useMove(list, onChange);
  const id = list[at]?.id ?? '';
  return ways.map(({ way, step, end }) => (
    <IconButton
      key={way}
      id={`${way}-${id}`}
      icon={way}
      label={labels[way]}
      refused={list[at + step] ? undefined : labels[end]}
      onClick={() => {
        move(at, at + step);
        announce(labels.moved(at + step + 1));
      }}
    />
  ));
}

/** Moves an entry, and leaves the focus on the button that moved it. */
function useMove<T extends { id: string }>(
  list: readonly T[],
  onChange: (list: readonly T[]) => void,
): (from: number, to: number) => void {
  const focused = useRef<string | null>(null);
  useEffect(() => {
    if (focused.current) document.getElementById(focused.current)?.focus();
    focused.current = null;
  }, [list]);
  return (from, to) => {
    const one = list[from];
    if (!one) return;
    focused.current = `${to < from ? 'up' : 'down'}-${one.id}`;
    onChange(list.toSpliced(from, 1).toSpliced(to, 0, one));
  };
}
