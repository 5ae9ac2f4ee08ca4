import { wordDiff } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import css from './experts.module.css';

/** What was changed, word by word: struck through what went, underlined what came, and said so to those who hear it. */
export function Changes({ before, after }: { before: string; after: string }) {
  const words = useWords();
  return (
    <section>
      <h3 className={css.heading}>{words.t('review.changes')}</h3>
      <p className={css.changes}>
        {wordDiff(before, after).map(({ is, text }, place) => {
          // Parts have no names of their own; their order is what they are.
          const key = `${String(place)}-${is}`;
          if (is === 'same') return <span key={key}>{text}</span>;
          const said = words.t(`review.${is}`, { text });
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
    </section>
  );
}
