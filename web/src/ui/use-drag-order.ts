import { useState, type DragEvent } from 'react';

interface DragProps {
  draggable: boolean;
  'data-over': boolean;
  onDragStart: (event: DragEvent) => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onDragEnd: () => void;
}

/** Entries of a list that the mouse can pull to another place; by keyboard `MoveButtons` do the same. */
export function useDragOrder(onMove: ((from: number, to: number) => void) | null): (at: number) => DragProps {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  return (at) => ({
    draggable: onMove !== null,
    'data-over': over === at && from !== at,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move';
      setFrom(at);
    },
    onDragOver: (event) => {
      if (from === null) return;
      event.preventDefault();
      setOver(at);
    },
    onDrop: (event) => {
      event.preventDefault();
      if (from !== null && from !== at) onMove?.(from, at);
      end();
    },
    onDragEnd: end,
  });
}
