import css from './row-skeletons.module.css';

/** Stands for rows that are on their way; shows only after a moment, so that quick answers do not flash. */
export function RowSkeletons({ count, compact }: { count: number; compact: boolean }) {
  return (
    <div aria-hidden="true" className={css.all}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={css.row} data-compact={compact || undefined}>
          <span className={css.face} />
          <span className={css.words}>
            <span className={css.bar} style={{ width: `${String(34 + ((index * 17) % 30))}%` }} />
            <span className={css.bar} style={{ width: `${String(60 + ((index * 23) % 36))}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
