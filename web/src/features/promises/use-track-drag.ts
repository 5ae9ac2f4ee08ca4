import { useState, type PointerEvent } from 'react';
import type { OpenRange } from '../../../../src/contract/index.js';
import { dayMinutes, endOf, tidy } from './wall-time.js';

const step = 15;
const edgePixels = 10;

/** What is drawn: a new range from where the pointer went down, or the end of one that is there already. */
interface Drag {
  readonly others: readonly OpenRange[];
  readonly anchor: number;
  readonly now: number;
}

interface TrackDrag {
  shown: readonly OpenRange[];
  handlers: {
    onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove?: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp?: () => void;
    onPointerCancel?: () => void;
  };
}

/** Hours drawn with the pointer, in quarters of an hour. Nothing changes before it is let go. */
export function useTrackDrag(ranges: readonly OpenRange[], onChange?: (ranges: OpenRange[]) => void): TrackDrag {
  const [drag, setDrag] = useState<Drag | null>(null);
  if (!onChange) return { shown: ranges, handlers: {} };
  const drawn = drag && drawnOf(drag);
  return {
    shown: drag ? [...drag.others, ...(drawn ?? [])] : ranges,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag(begun(ranges, event));
      },
      onPointerMove: (event) => {
        if (drag) setDrag({ ...drag, now: minuteAt(event) });
      },
      onPointerUp: () => {
        setDrag(null);
        if (drag && drawn) onChange(tidy([...drag.others, ...drawn]));
      },
      onPointerCancel: () => {
        setDrag(null);
      },
    },
  };
}

function begun(ranges: readonly OpenRange[], event: PointerEvent<HTMLElement>): Drag {
  const minute = minuteAt(event);
  const reach = (edgePixels / event.currentTarget.getBoundingClientRect().width) * dayMinutes;
  const held = ranges.findIndex(
    (range) => Math.min(distance(range.from, minute), distance(endOf(range), minute)) <= reach,
  );
  const range = ranges[held];
  if (!range) return { others: ranges, anchor: minute, now: minute };
  const byStart = distance(range.from, minute) < distance(endOf(range), minute);
  const others = ranges.filter((one) => one !== range);
  return { others, anchor: byStart ? endOf(range) : range.from, now: minute };
}

/** Null for a mere click. */
function drawnOf({ anchor, now }: Drag): OpenRange[] | null {
  if (anchor === now) return null;
  return [{ from: Math.min(anchor, now), to: Math.max(anchor, now) }];
}

function minuteAt({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (clientX - left) / width));
  return Math.round((share * dayMinutes) / step) * step;
}

function distance(a: number, b: number): number {
  return Math.abs(a - b);
}
