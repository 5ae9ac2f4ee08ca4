import { useRef } from 'react';
import css from './divider.module.css';

interface DividerProps {
  label: string;
  width: number;
  min: number;
  max: number;
  onChange: (width: number) => void;
  onReset: () => void;
  /** The pane that is sized stands after the divider. */
  after?: boolean;
}

const step = 16;

/** The edge between two panes: drag it, move it with the arrow keys, double-click to reset. */
export function Divider({ label, width, min, max, onChange, onReset, after = false }: DividerProps) {
  const start = useRef({ x: 0, width });
  const sign = after ? -1 : 1;
  const set = (next: number) => {
    onChange(Math.round(Math.min(max, Math.max(min, next))));
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={css.divider}
      onDoubleClick={onReset}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(width - step * sign);
        if (event.key === 'ArrowRight') set(width + step * sign);
      }}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        set(start.current.width + (event.clientX - start.current.x) * sign);
      }}
    />
  );
}
