import css from './word-changes.module.css';

export interface ChangedPart {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What was changed, word by word: struck through what went, underlined what came, and said so to those who hear it. */
export function WordChanges({
  parts,
  say,
}: {
  parts: readonly ChangedPart[];
  say: (is: 'added' | 'removed', text: string) => string;
}) {
  return (
    <p className={css.changes}>
      {parts.map(({ is, text }, place) => {
        // Parts have no names of their own; their order is what they are.
        const key = `${String(place)}-${is}`;
        if (is === 'same') return <span key={key}>{text}</span>;
        const said = say(is, text);
        return is === 'added' ? (
          <ins key={key} title={said}>
            {text}
          </ins>
        ) : (
          <del key={key} title={said}>
            {text}
          </del>
        );
      })}
    </p>
  );
}
