import { wordDiff } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { WordChanges } from '../../ui/word-changes.js';
import css from './experts.module.css';

/** What the coach makes of a draft. */
export function Changes({ before, after }: { before: string; after: string }) {
  const words = useWords();
  return (
    <section>
      <h3 className={css.heading}>{words.t('review.changes')}</h3>
      <WordChanges parts={wordDiff(before, after)} say={(is, text) => words.t(`review.${is}`, { text })} />
    </section>
  );
}
