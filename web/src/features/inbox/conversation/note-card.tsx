import type { NoteView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { LinkedText } from '../../../ui/linked-text.js';
import css from './note-card.module.css';

/** For colleagues' eyes only, and it looks it. */
export function NoteCard({ note }: { note: NoteView }) {
  const words = useWords();
  return (
    <article
      className={css.note}
      aria-label={words.t('note.label', { name: note.author.name, at: words.time(note.at) })}
    >
      <p className={css.head}>
        <Icon name="note" size={14} />
        <span className={css.word}>{words.t('space.note')}</span>
        <strong>{note.author.name}</strong>
        <time dateTime={note.at} title={words.moment(note.at)}>
          {words.time(note.at)}
        </time>
      </p>
      <p className={css.text}>
        <LinkedText text={note.text} />
      </p>
    </article>
  );
}
