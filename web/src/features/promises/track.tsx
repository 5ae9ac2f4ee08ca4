import type { OpenRange } from '../../../../src/contract/index.js';
import { useTrackDrag } from './use-track-drag.js';
import { dayMinutes, endOf } from './wall-time.js';
import css from './week-grid.module.css';

interface TrackProps {
  ranges: readonly OpenRange[];
  /** Until when the night before goes on into this day. */
  nightUntil?: number;
  /** Absent where it is only shown. */
  onChange?: (ranges: OpenRange[]) => void;
}

/** A day from midnight to midnight. Drawn on with the pointer; the fields beside it say and do the same by keyboard. */
export function Track({ ranges, nightUntil = 0, onChange }: TrackProps) {
  const drag = useTrackDrag(ranges, onChange);
  return (
    <div className={css.track} data-drawn={onChange !== undefined} aria-hidden="true" {...drag.handlers}>
      {nightUntil > 0 && <span className={css.night} style={place(0, nightUntil)} />}
      {drag.shown.map((range, at) => (
        <span
          key={at}
          className={css.open}
          data-edge={onChange !== undefined}
          style={place(range.from, endOf(range))}
        />
      ))}
    </div>
  );
}

function place(from: number, to: number) {
  const percent = (minutes: number) => `${String((minutes / dayMinutes) * 100)}%`;
  return { insetInlineStart: percent(from), width: percent(to - from) };
}
