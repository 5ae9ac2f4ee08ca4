import { wordDiff } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { WordChanges } from '../../ui/word-changes.js';
import css from './approvals.module.css';

/** The reply, and what was made of what its author wrote. */
export function Edits({ before, after }: { before: string; after: string }) {
  const words = useWords();
  const changed = before.trim() !== after.trim();
  return (
    <section className={css.proposed}>
      <h3 className={css.quiet}>{words.t(changed ? 'approval.changes' : 'approval.text')}</h3>
      <WordChanges parts={wordDiff(before, after)} say={(is, text) => words.t(`review.${is}`, { text })} />
    </section>
  );
}
